"""The reading as chips: who, which room, what, how urgent, when; each is corrected by one key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.calls.appointment import NO_APPOINTMENT
from desk.calls.drafts import Draft
from desk.codes import Urgency
from desk.language.phones import masked
from desk.ui.actions import Action, Actions
from desk.ui.call.chip_row import ChipRow
from desk.ui.call.concerns import who_matters
from desk.ui.call.conversation import Conversation
from desk.ui.call.corrections import Asked, Corrections
from desk.ui.call.picker import Picker
from desk.ui.call.resting import Part
from desk.ui.icons import Icon
from desk.ui.kit.chip import Chip
from desk.ui.session import Session
from desk.ui.theme import Tone
from desk.words import terms, times
from desk.words.catalogue import mark

if TYPE_CHECKING:
    from desk.calls.assist import Sight

_TONES = {Urgency.CRITICAL: Tone.CRITICAL, Urgency.URGENT: Tone.SOON}
_ICONS = {Urgency.CRITICAL: Icon.CRITICAL, Urgency.PLANNED: Icon.PLANNED}
_CUT = 10
_LOOKS = frozenset({QEvent.Type.Enter, QEvent.Type.FocusIn})
_LOOKS_AWAY = frozenset({QEvent.Type.Leave, QEvent.Type.FocusOut, QEvent.Type.Hide})
#: Below so many of the least widths of a field the urgency keeps its promise to itself.
_NARROW = 5
_ASKED = {
    Asked.CALLER: ("Alt+X", Icon.PERSON, mark("Correct who calls")),
    Asked.ROOM: ("Alt+Q", Icon.ROOM, mark("Correct the room")),
    Asked.CATEGORY: ("Alt+W", Icon.TAG, mark("Correct the category")),
    Asked.URGENCY: ("Alt+E", Icon.SOON, mark("Correct the urgency")),
    Asked.KIND: ("Alt+T", Icon.TO_DISPATCH, mark("Correct the kind")),
}
#: The order in which they are kept where the window is narrow.
_KEPT_FIRST = (Asked.URGENCY, Asked.ROOM, Asked.CATEGORY, Asked.CALLER, Asked.KIND)
APPOINTMENT_KEY, DETAILS_KEY, WHO_KEY = "Alt+A", "Alt+M", "Alt+H"


class ReadingChips(QWidget):
    """What the ticket would be, always in one place so that nothing jumps while typing."""

    #: More is to be written for the ticket; the field to begin in.
    details_wanted = Signal(str)
    #: Somebody looks at a chip: the part of the reading on it; "" when at none.
    pointed = Signal(str)

    def __init__(self, session: Session, conversation: Conversation) -> None:
        super().__init__()
        self._session = session
        self._conversation = conversation
        look = session.look
        self._corrections = Corrections(session, conversation)
        self.row = ChipRow(look, "Alt")
        column = QHBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)
        self.chips = {asked: self._chip(asked) for asked in Asked}
        self.appointment = self._opener("appointment", Icon.CALENDAR, APPOINTMENT_KEY)
        self.who = self._opener("door_note", Icon.CARE, WHO_KEY)
        self.details = self._opener("spot", Icon.MORE, DETAILS_KEY)
        self.picker = Picker(look, session.words, self)
        self._taking = Asked.ROOM
        self.row.set_chips(
            (*self.chips.values(), self.appointment, self.who, self.details),
            (
                *(self.chips[asked] for asked in _KEPT_FIRST[:-1]),
                self.who,
                self.appointment,
                self.chips[_KEPT_FIRST[-1]],
                self.details,
            ),
        )
        self._parts: dict[QObject, Part] = {
            **{chip: Part(asked) for asked, chip in self.chips.items()},
            self.appointment: Part.WHEN,
            self.who: Part.WHO,
        }
        for chip in self._parts:
            chip.installEventFilter(self)
        self.picker.picked.connect(self._picked)
        self.picker.closed.connect(partial(self.pointed.emit, ""))
        conversation.sight_changed.connect(self.show_reading)
        conversation.draft_changed.connect(self.show_reading)
        self.show_reading()

    def offer(self, actions: Actions, home: QWidget) -> None:
        """Bind the keys of the corrections."""
        for asked, (key, icon, text) in _ASKED.items():
            actions.add(Action(f"call.{asked}", text, key, icon, partial(self.ask, asked)), home)
        book = partial(self.details_wanted.emit, "appointment")
        more = partial(self.details_wanted.emit, "spot")
        there = partial(self.details_wanted.emit, "door_note")
        actions.add(
            Action(
                "call.appointment",
                mark("Book an appointment"),
                APPOINTMENT_KEY,
                Icon.CALENDAR,
                book,
            ),
            home,
        )
        actions.add(
            Action("call.details", mark("More for the ticket"), DETAILS_KEY, Icon.MORE, more), home
        )

        actions.add(
            Action("call.who", mark("Who is there, and at the door"), WHO_KEY, Icon.CARE, there),
            home,
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell at which chip somebody looks, by mouse or by keyboard."""
        part = self._parts.get(watched)
        if part is not None and event.type() in _LOOKS:
            self.pointed.emit(part)
        elif part is not None and event.type() in _LOOKS_AWAY:
            at = next((one for one in self._parts if _looked_at(one) and one is not watched), None)
            self.pointed.emit(self._parts[at] if at is not None else "")
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say more where there is more room."""
        super().resizeEvent(event)
        self.show_reading()

    def ask(self, asked: Asked) -> None:
        """Open the corrections of one chip."""
        self._taking = asked
        title, choices, current = self._corrections.question(asked)
        self.picker.ask(title, choices, current=current)
        self.pointed.emit(Part(asked))

    def _picked(self, value: object) -> None:
        self._corrections.take(self._taking, value)

    # --- what is shown ------------------------------------------------------------------------
    def show_reading(self) -> None:
        """Show what the draft would become; a pure lookup becomes nothing."""
        sight, draft = self._conversation.sight, self._conversation.draft
        becomes = bool(draft.text.strip()) and sight is not None and not sight.lookup
        who = self._show_caller(sight, draft, becomes=becomes)
        where = self._show_room(sight, draft, becomes=becomes)
        wanted = [self.chips[Asked.CALLER]] if who else []
        wanted += [self.chips[Asked.ROOM]] if where else []
        self._show_what(sight, draft)
        self._show_more(sight, draft)
        if becomes:
            what = (self.chips[asked] for asked in (Asked.CATEGORY, Asked.URGENCY, Asked.KIND))
            there = [self.who] if sight is not None and sight.reading.who is not None else []
            wanted += [*what, self.appointment, *there, self.details]
        self.row.want(wanted)

    def _show_caller(self, sight: Sight | None, draft: Draft, *, becomes: bool) -> bool:
        """Show who calls; say if there is anything to show."""
        chip, words = self.chips[Asked.CALLER], self._session.words
        read, count = _caller(sight) if becomes and sight is not None else ("", 0)
        typed = draft.caller_name or (masked(draft.caller_phone) if draft.caller_phone else "")
        self._set(chip, typed or read, words.say("Who calls?"), chosen=bool(draft.caller_name))
        chip.set_count(count if count > 1 and not typed else None)
        return bool(typed or read) or becomes

    def _show_room(self, sight: Sight | None, draft: Draft, *, becomes: bool) -> bool:
        """Show where it is; say if there is anything to show."""
        chip, words = self.chips[Asked.ROOM], self._session.words
        place = sight.becomes.place if sight is not None else ""
        rooms = sight.rooms if sight is not None else ()
        chosen = draft.room is not None or bool(draft.place)
        if rooms and place:
            place = words.say("{place}: which one?", place=place)
        self._set(chip, place, words.say("Which room?"), chosen=chosen)
        chip.set_count(len(rooms) if len(rooms) > 1 else None)
        if rooms:
            chip.set_tone(Tone.QUIET)
        return becomes or chosen or draft.resident is not None

    def _show_what(self, sight: Sight | None, draft: Draft) -> None:
        words = self._session.words
        if sight is None:
            return
        becomes = sight.becomes
        name = sight.category.name(words) if sight.category is not None else ""
        chosen = draft.category is not None
        self._set(self.chips[Asked.CATEGORY], name, words.say("What about?"), chosen=chosen)
        urgency = self.chips[Asked.URGENCY]
        self._set(urgency, self._promise(sight), "", chosen=draft.urgency is not None)
        urgency.set_icon(_ICONS.get(becomes.urgency, Icon.SOON))
        if becomes.urgency in _TONES:
            urgency.set_tone(_TONES[becomes.urgency])
        kind = terms.kind(words, becomes.kind)
        self._set(self.chips[Asked.KIND], kind, "", chosen=draft.kind is not None)

    def _show_more(self, sight: Sight | None, draft: Draft) -> None:
        words = self._session.words
        typed = draft.appointment.strip()
        when = self._when(sight, typed)
        self._set(self.appointment, when, words.say_in("call", "Appointment"), chosen=bool(typed))
        who = sight.reading.who if sight is not None else None
        if who is not None:
            text = who_matters(words, who.value)
            self._set(self.who, text, "", chosen=bool(draft.door_note.strip()))
        more = next((part for part in (draft.spot, draft.door_note) if part.strip()), "")
        self._set(self.details, _brief(more), words.say_in("call", "More"), chosen=bool(more))

    def _when(self, sight: Sight | None, typed: str) -> str:
        """Say when somebody will come, else what was typed or said of it."""
        session = self._session
        booked = sight.becomes.appointment if sight is not None else None
        if booked is not None:
            zone, now = session.centre.zone, session.clock.now()
            return times.span(session.words, *booked, zone, now)
        when = sight.reading.when if sight is not None else None
        if typed or sight is None or when is None:
            return typed if typed.lower() not in NO_APPOINTMENT else ""
        return _brief(" ".join(sight.text[start:end] for start, end in when.spans))

    def _promise(self, sight: Sight) -> str:
        """Return the urgency with what it promises: 紧急 30 分钟到场."""
        words, becomes = self._session.words, sight.becomes
        name = terms.urgency(words, becomes.urgency)
        clocks = self._session.centre.policy.clocks_for(becomes.kind, becomes.urgency)
        if clocks.arrive is None or self._narrow:
            return name
        span = times.duration(words, clocks.arrive)
        return words.say("{urgency}, there within {span}", urgency=name, span=span)

    @property
    def _narrow(self) -> bool:
        return self.width() < _NARROW * self._session.look.sizes.least_field

    # --- small things -------------------------------------------------------------------------
    def _chip(self, asked: Asked) -> Chip:
        key, icon, _ = _ASKED[asked]
        chip = Chip(self._session.look, "", icon=icon, key=_own(key), parent=self.row)
        chip.clicked.connect(partial(self._clicked, asked))
        return chip

    def _opener(self, field: str, icon: Icon, key: str) -> Chip:
        chip = Chip(self._session.look, "", icon=icon, key=_own(key), parent=self.row)
        chip.clicked.connect(partial(self._opened, field))
        return chip

    def _clicked(self, asked: Asked, _checked: bool = False) -> None:
        self.ask(asked)

    def _opened(self, field: str, _checked: bool = False) -> None:
        self.details_wanted.emit(field)

    @staticmethod
    def _set(chip: Chip, text: str, empty: str, *, chosen: bool) -> None:
        chip.set_text(text or empty)
        chip.set_tone(Tone.ACCENT if chosen else Tone.PLAIN if text else Tone.QUIET)


def _caller(sight: Sight) -> tuple[str, int]:
    """Return whom the words name, else the number they hold and how many people have it."""
    if sight.caller is not None:
        return sight.caller.name, 1
    if sight.reading.phone is None:
        return "", 0
    number = sight.reading.phone.number
    return masked(number), sum(1 for one in sight.found if one.phone == number)


def _brief(text: str) -> str:
    return text if len(text) <= _CUT else text[:_CUT] + "…"


def _looked_at(chip: QObject) -> bool:
    return isinstance(chip, QWidget) and (chip.hasFocus() or chip.underMouse())


def _own(key: str) -> str:
    """Return the part of a key that is the chip's own; the rest stands before the row."""
    return key.rpartition("+")[2]
