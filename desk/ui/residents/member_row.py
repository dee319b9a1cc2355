"""One person of a household: name, what they are to the room, masked numbers, what to mind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.calls.card import Member
from desk.community.ties import OtherHome, Sharer
from desk.language.phones import masked
from desk.ui.icons import Icon
from desk.ui.kit.button import Button
from desk.ui.kit.flow import Flow
from desk.ui.kit.label import ElidedLabel, Label
from desk.ui.kit.painting import draw_ring, fill_round, ring_wanted
from desk.ui.session import Session
from desk.ui.theme import Text, Tone
from desk.words import terms

DIAL_KEY, CORRECT_KEY, MOVE_KEY, RETIRE_KEY = "F9", "F7", "Ctrl+M", "Del"


class MemberRow(QWidget):
    """A person that can be chosen; the arrow keys go from one to the next."""

    #: It was chosen by key or click.
    chosen = Signal(int)
    #: Up (-1) or down (1) to the person beside.
    walked = Signal(int)
    dial_wanted = Signal()
    correct_wanted = Signal()
    move_wanted = Signal()
    retire_wanted = Signal()
    #: Another room of this person (its id), or a person (by id) with the same number.
    room_wanted = Signal(int)
    person_wanted = Signal(int)

    def __init__(
        self,
        session: Session,
        member: Member,
        homes: Sequence[OtherHome],
        sharers: Mapping[str, Sequence[Sharer]],
        *,
        here: str,
        bare: bool,
    ) -> None:
        """Show a person.

        Args:
            session: what it stands on.
            member: who.
            homes: their other rooms.
            sharers: who else has a number of theirs.
            here: the label of the room that is shown, not to be said again.
            bare: show the numbers whole.
        """
        super().__init__()
        self._session = session
        self.member = member
        self._here = here
        self._current = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head(member))
        self._column.addLayout(self._phones(member, sharers, bare=bare))
        if member.note:
            self._column.addLayout(self._note(member.note))
        if homes:
            self._column.addWidget(self._homes(homes))
        self.restyle()
        self._name(bare=bare)

    @property
    def current(self) -> bool:
        """Whether the keys of the page act on this person."""
        return self._current

    def set_current(self, current: bool) -> None:
        """Let the keys act on this person, or no longer."""
        if current != self._current:
            self._current = current
            for tool in self._tools:
                tool.setVisible(current)
            self.update()

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._session.look.sizes
        self._column.setContentsMargins(s.middle, s.small, s.small, s.small)
        self._column.setSpacing(s.ring)

    def _head(self, member: Member) -> QHBoxLayout:
        look, words = self._session.look, self._session.words
        row = QHBoxLayout()
        row.setSpacing(look.sizes.small)
        row.addWidget(ElidedLabel(look, member.name, bold=True))
        if member.relation is not None:
            said = terms.relation(words, member.relation)
            row.addWidget(Label(look, said, Text.SMALL, tone=Tone.QUIET))
        row.addStretch(1)
        self._tools: list[Button] = []
        for icon, name, key, signal in (
            (Icon.EYE, words.say("Show and copy the number"), DIAL_KEY, self.dial_wanted),
            (Icon.EDIT, words.say("Correct the resident"), CORRECT_KEY, self.correct_wanted),
            (Icon.TRANSFER, words.say("Move to another room"), MOVE_KEY, self.move_wanted),
            (Icon.TRASH, words.say("Remove from the register"), RETIRE_KEY, self.retire_wanted),
        ):
            tool = Button(look, "", "bare", key=key, icon=icon, small=True)
            tool.setAccessibleName(name)
            tool.setToolTip(name)
            tool.clicked.connect(partial(self._press, signal))
            policy = tool.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            tool.setSizePolicy(policy)
            tool.hide()
            row.addWidget(tool)
            self._tools.append(tool)
        return row

    def _phones(
        self, member: Member, sharers: Mapping[str, Sequence[Sharer]], *, bare: bool
    ) -> QVBoxLayout:
        look, words, s = self._session.look, self._session.words, self._session.look.sizes
        column = QVBoxLayout()
        column.setSpacing(0)
        for phone in member.phones:
            row = QHBoxLayout()
            row.setSpacing(s.small)
            row.addWidget(Label(look, phone if bare else masked(phone), selectable=bare))
            for other in sharers.get(phone, ()):
                text = words.say("also belongs to {name}", name=self._called(other))
                also = Button(look, text, "bare", icon=Icon.PERSON, small=True)
                also.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                also.clicked.connect(partial(self._want_person, other.resident))
                row.addWidget(also)
            row.addStretch(1)
            column.addLayout(row)
        if not member.phones:
            none = words.say("no telephone")
            column.addWidget(Label(look, none, Text.SMALL, tone=Tone.QUIET))
        return column

    def _called(self, other: Sharer) -> str:
        """Say who shares a number, and where they live if that is elsewhere."""
        room = other.room_label if other.room_label != self._here else ""
        return f"{other.name} {room}".strip()

    def _note(self, text: str) -> QHBoxLayout:
        look = self._session.look
        row = QHBoxLayout()
        row.setSpacing(look.sizes.small)
        icon = Label(look)
        icon.setFixedHeight(look.theme.line(Text.BODY))
        ratio = self.devicePixelRatioF()
        size = look.sizes.icon_small
        icon.setPixmap(look.pixmap(Icon.CARE, look.colours.ink, size, ratio))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(look, text, wrap=True), 1)
        return row

    def _homes(self, homes: Sequence[OtherHome]) -> QWidget:
        look, words, s = self._session.look, self._session.words, self._session.look.sizes
        box = QWidget()
        flow = Flow(box)
        flow.setSpacing(s.unit)
        also = Label(look, words.say("Also in"), Text.SMALL, tone=Tone.QUIET)
        also.setMinimumHeight(s.control_small)
        flow.addWidget(also)
        for home in homes:
            text = f"{home.label} {terms.relation(words, home.relation)}"
            go = Button(look, text, "bare", icon=Icon.ROOM, small=True)
            go.clicked.connect(partial(self._want_room, home.room))
            flow.addWidget(go)
        return box

    def _name(self, *, bare: bool) -> None:
        words, member = self._session.words, self.member
        relation = terms.relation(words, member.relation) if member.relation is not None else ""
        phones = [phone if bare else masked(phone) for phone in member.phones]
        parts = (member.name, relation, *phones, member.note)
        self.setAccessibleName(" ".join(part for part in parts if part))

    def _press(self, signal: SignalInstance, _checked: bool = False) -> None:
        self.chosen.emit(self.member.id)
        signal.emit()

    def _want_room(self, room: int, _checked: bool = False) -> None:
        self.room_wanted.emit(room)

    def _want_person(self, person: int, _checked: bool = False) -> None:
        self.person_wanted.emit(person)

    # --- Qt ---------------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk among the people; Enter corrects."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self.walked.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.correct_wanted.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The one with the focus is the one the keys act on."""
        super().focusInEvent(event)
        self.chosen.emit(self.member.id)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose by a press."""
        self.chosen.emit(self.member.id)
        super().mousePressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground of the chosen one, and the ring."""
        look, s = self._session.look, self._session.look.sizes
        painter = QPainter(self)
        if self._current or self.underMouse():
            colour = look.colours.selected if self._current else look.colours.hover
            fill_round(painter, self.rect(), s.radius, colour)
        if ring_wanted(self):
            draw_ring(painter, look, self.rect(), s.radius)
