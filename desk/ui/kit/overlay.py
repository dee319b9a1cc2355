"""Something that lies over the window until it is answered; keys and focus stay inside."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desk.ui.kit.painting import fill_round
from desk.ui.kit.shadow import Shadow
from desk.ui.look import Look


class Overlay(QWidget):
    """Covers the window of its host with a scrim and holds one card.

    While it is open no shortcut of the window below fires, Tab stays on the card, and closing
    gives the focus back to whoever had it. It is part of the window, so it looks and is pictured
    the same on every system.
    """

    closed = Signal()

    def __init__(self, look: Look, host: QWidget) -> None:
        super().__init__(host)
        self.look = look
        self.card = QWidget(self)
        self._host = host
        self._shadow = Shadow(look)
        self._before: QWidget | None = None
        self.hide()
        look.changed.connect(self.restyle)

    @property
    def is_open(self) -> bool:
        """Whether it lies over the window."""
        return not self.isHidden()

    def open(self) -> None:
        """Lie over the window and take the focus."""
        if self.is_open:
            return
        window = self._host.window()
        self._before = window.focusWidget()
        self.setParent(window)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.restyle()
        self.show()
        self.raise_()
        self.arrange()
        first = self.first_field()
        if first is not None:
            first.setFocus(Qt.FocusReason.PopupFocusReason)
        self.look.app.focusChanged.connect(self._keep_focus)

    def dismiss(self) -> None:
        """Go away and give the focus back."""
        if not self.is_open:
            return
        self.look.app.focusChanged.disconnect(self._keep_focus)
        self._host.window().removeEventFilter(self)
        self.hide()
        before, self._before = self._before, None
        # Back to the page it belongs to, to go when that goes.
        self.setParent(self._host)
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def restyle(self) -> None:
        """Take the room from the theme in force."""

    def place(self, room: QRect) -> QRect:
        """Return where the card lies in the room of the window."""
        wide = self.look.sizes.wide
        width = min(self.card.sizeHint().width(), room.width() - 2 * wide)
        height = min(self.card.sizeHint().height(), room.height() - 2 * wide)
        return QRect(
            (room.width() - width) // 2, max(wide, (room.height() - height) * 2 // 5), width, height
        )

    def first_field(self) -> QWidget | None:
        """Return what takes the focus when it opens."""
        fields = self._fields()
        return fields[0] if fields else None

    def arrange(self) -> None:
        """Put the card into its place."""
        self.card.setGeometry(self.place(self.rect()))
        self.update()

    def outside_pressed(self) -> None:
        """Answer a press beside the card; nothing is lost by it, so nothing happens."""

    def escape(self) -> None:
        """Answer Escape."""
        self.dismiss()

    def event(self, event: QEvent) -> bool:
        """Keep the keys: while this is open, no shortcut of the window below fires."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow and shrink with the window."""
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self.setGeometry(self._host.window().rect())
            self.arrange()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; every other key ends here."""
        if event.key() == Qt.Key.Key_Escape:
            self.escape()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep the mouse from what lies below."""
        event.accept()
        if not self.card.geometry().contains(event.position().toPoint()):
            self.outside_pressed()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab on the card."""
        fields = self._fields()
        if not fields:
            return True
        now = self.window().focusWidget()
        step = 1 if forward else -1
        at = fields.index(now) + step if now in fields else (0 if forward else -1)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        self.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        fields[at % len(fields)].setFocus(reason)
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the scrim, and the card with its shadow."""
        painter = QPainter(self)
        c, s = self.look.colours, self.look.sizes
        painter.fillRect(self.rect(), c.scrim)
        self._shadow.draw(painter, self.card.geometry(), s.radius_large)
        edge = c.line if self.look.theme.scheme == "dark" else None
        fill_round(painter, self.card.geometry(), s.radius_large, c.raised, edge, s.hair)

    def _fields(self) -> list[QWidget]:
        """Return what Tab visits, in the order in which it was put on the card."""
        # Never by nextInFocusChain: PySide takes each widget it returns for a child of the one
        # it was asked of, and with that one's end forgets the layout items of the other.
        return [widget for widget in self.findChildren(QWidget) if self._is_visited(widget)]

    def _is_visited(self, widget: QWidget) -> bool:
        tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        shown = widget.isVisibleTo(self) and widget.isEnabled()
        return bool(tab) and shown and widget.focusProxy() is None

    def _keep_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Take the focus back when something below took it (a reload, a timer)."""
        if now is None or now.window() is not self.window() or self.isAncestorOf(now):
            return
        if self._is_below(now):
            return
        first = self.first_field()
        if first is not None and self.isVisible():
            self._before = now
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_below(self, now: QWidget) -> bool:
        """Say whether the focus is on something that was opened over this one."""
        above: QWidget | None = now
        while above is not None and not isinstance(above, Overlay):
            above = above.parentWidget()
        if above is None:
            return False
        children = self.window().children()
        return above in children and children.index(above) > children.index(self)
