"""A question that must be answered before going on: a title, a body, one primary action."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.ui.kit.button import Button
from desk.ui.kit.label import Label
from desk.ui.kit.line_edit import LineEdit
from desk.ui.kit.overlay import Overlay
from desk.ui.kit.scroll import Scroll
from desk.ui.kit.text_edit import TextEdit
from desk.ui.look import Look
from desk.ui.theme import Text, Tone
from desk.words.catalogue import Words


class Sheet(Overlay):
    """Ctrl+Enter (and Enter in a field of one line) submits, Escape goes back.

    ``submitted`` only asks: whoever listens calls :meth:`dismiss` once it is done, or
    :meth:`complain`, so nothing typed is lost by a refusal. Fill ``body`` with the fields.
    """

    submitted = Signal()
    cancelled = Signal()

    def __init__(
        self,
        look: Look,
        words: Words,
        title: str,
        host: QWidget,
        *,
        primary: str,
        danger: bool = False,
        sentence: str = "",
        wide: bool = False,
    ) -> None:
        super().__init__(look, host)
        self._wide = wide
        self._focused = False
        self.setAccessibleName(title)
        self._title = Label(look, title, Text.ANSWER, bold=True, wrap=True, parent=self.card)
        self._sentence = Label(look, sentence, tone=Tone.QUIET, wrap=True, parent=self.card)
        self._sentence.setVisible(bool(sentence))
        self._inner = QWidget()
        self.body = QVBoxLayout(self._inner)
        self._scroll = Scroll(self._inner)
        self._trouble = Label(look, "", tone=Tone.OVERDUE, wrap=True, parent=self.card)
        self._trouble.hide()
        self.primary = Button(look, primary, "destroy" if danger else "primary", key="Ctrl+Return")
        self.back = Button(look, words.say("Cancel"), "quiet", key="Esc")
        self.primary.clicked.connect(self._submit)
        self.back.clicked.connect(self.escape)
        self._foot = QHBoxLayout()
        self._foot.addStretch(1)
        self._foot.addWidget(self.back)
        self._foot.addWidget(self.primary)
        self._column = QVBoxLayout(self.card)
        self._column.addWidget(self._title)
        self._column.addWidget(self._sentence)
        self._column.addWidget(self._scroll, 1)
        self._column.addWidget(self._trouble)
        self._column.addLayout(self._foot)

    def set_title(self, title: str, sentence: str = "") -> None:
        """Say another title and what stands below it."""
        self._title.setText(title)
        self.setAccessibleName(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def add_tool(self, tool: QWidget) -> None:
        """Put something at the left of the foot, away from the answers."""
        self._foot.insertWidget(0, tool)

    def complain(self, sentence: str) -> None:
        """Say above the answers what went wrong; what was typed stays. Empty takes it back."""
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))
        self.arrange()

    def set_busy(self, busy: bool) -> None:
        """Hold the primary action while the answer is on its way; it keeps the focus it had."""
        if busy and self.primary.isEnabled():
            self._focused = self.primary.hasFocus()
        self.primary.setEnabled(not busy)
        if not busy and self._focused:
            self._focused = False
            self.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def escape(self) -> None:
        """Go back without an answer."""
        self.cancelled.emit()
        self.dismiss()

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self.look.sizes
        self._column.setContentsMargins(self.look.theme.margins(6))
        self._column.setSpacing(s.middle)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(s.middle)
        self._foot.setSpacing(s.small)

    def place(self, room: QRect) -> QRect:
        """Lie a little above the middle, as high as the body asks and the window allows."""
        s = self.look.sizes
        width = min(s.sheet_wide if self._wide else s.sheet, room.width() - 2 * s.wide)
        inner = width - 2 * s.wide
        body = self._inner.sizeHint().height()
        if self._inner.hasHeightForWidth():
            body = self._inner.heightForWidth(inner)
        # All of the body where the window has room for it: nobody scrolls in a sheet for nothing.
        free = room.height() - 2 * s.wide - self._around(inner)
        self._scroll.setMinimumHeight(min(body, max(free, room.height() // 4)))
        self._scroll.setMaximumHeight(body)
        height = self._column.totalHeightForWidth(width)
        if height < 0:
            height = self._column.sizeHint().height()
        height = min(height, room.height() - 2 * s.wide)
        top = max(s.wide, (room.height() - height) * 2 // 5)
        return QRect((room.width() - width) // 2, top, width, height)

    def _around(self, inner: int) -> int:
        """Return the height of everything but the body at a width."""
        labels = [
            label.heightForWidth(inner)
            for label in (self._title, self._sentence, self._trouble)
            if not label.isHidden()
        ]
        margins = self._column.contentsMargins()
        gaps = (len(labels) + 1) * self._column.spacing()
        foot = self._foot.sizeHint().height()
        return margins.top() + sum(labels) + gaps + foot + margins.bottom()

    def first_field(self) -> QWidget | None:
        """Begin in the first field of the body, else on the primary action."""
        for widget in self._fields():
            if self._inner.isAncestorOf(widget):
                return widget
        return self.primary

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Submit by Ctrl+Enter, and by Enter in a field of one line that is not composing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            field = self.window().focusWidget()
            ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            composing = isinstance(field, LineEdit | TextEdit) and field.composing
            if not composing and (ctrl or isinstance(field, LineEdit)):
                self._submit()
            event.accept()
            return
        super().keyPressEvent(event)

    def _submit(self) -> None:
        if self.primary.isEnabled():
            self.submitted.emit()
