"""The reading as chips: who, which room, what, how urgent; each is corrected by one key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from desk.calls.ticketing import Becomes
from desk.centre.default_categories import scope_in
from desk.codes import Channel, Kind, Urgency
from desk.language.pinyin import initials
from desk.ui.actions import Action, Actions
from desk.ui.call.conversation import Conversation
from desk.ui.call.picker import Choice, Picker
from desk.ui.icons import Icon
from desk.ui.kit.chip import Chip
from desk.ui.kit.flow import Flow
from desk.ui.session import Session
from desk.ui.theme import Tone
from desk.words import terms, times
from desk.words.catalogue import mark

_TONES = {Urgency.CRITICAL: Tone.CRITICAL, Urgency.URGENT: Tone.OVERDUE}
_KEYS = {"room": "Alt+Q", "category": "Alt+W", "urgency": "Alt+E", "kind": "Alt+T"}
_ROOMS_SHOWN = 30
_Choices = tuple[str, Sequence[Choice] | Callable[[str], Sequence[Choice]]]


class ReadingChips(QWidget):
    """What the ticket would be, always in one place so that nothing jumps while typing."""

    def __init__(self, session: Session, conversation: Conversation) -> None:
        super().__init__()
        self._session = session
        self._conversation = conversation
        look, words = session.look, session.words
        self._flow = Flow(self)
        self.room = self._chip("room", Icon.ROOM)
        self.category = self._chip("category", Icon.TAG)
        self.urgency = self._chip("urgency", Icon.SOON)
        self.kind = self._chip("kind", Icon.TO_DISPATCH)
        self.picker = Picker(look, words, self)
        self._taking = ""
        self.picker.picked.connect(self._picked)
        conversation.sight_changed.connect(self.show_reading)
        conversation.draft_changed.connect(self.show_reading)
        look.changed.connect(self.restyle)
        self.restyle()
        self.show_reading()

    def offer(self, actions: Actions, home: QWidget) -> None:
        """Bind the keys of the corrections."""
        for name, text, icon in (
            ("room", mark("Correct the room"), Icon.ROOM),
            ("category", mark("Correct the category"), Icon.TAG),
            ("urgency", mark("Correct the urgency"), Icon.SOON),
            ("kind", mark("Correct the kind"), Icon.TO_DISPATCH),
        ):
            actions.add(
                Action(f"call.{name}", text, _KEYS[name], icon, partial(self.ask, name)), home
            )

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        self._flow.setSpacing(self._session.look.sizes.small)
        self._flow.setContentsMargins(0, 0, 0, 0)

    def show_reading(self) -> None:
        """Show what the draft would become."""
        words, sight = self._session.words, self._conversation.sight
        draft = self._conversation.draft
        becomes = sight.becomes if sight is not None else None
        room = becomes.place if becomes is not None else ""
        self._set(self.room, room, words.say("Which room?"), chosen=draft.room is not None)
        category = sight.category if sight is not None else None
        name = category.name(words) if category is not None else ""
        self._set(self.category, name, words.say("What about?"), chosen=draft.category is not None)
        chosen = draft.urgency is not None
        self._set(self.urgency, self._promise(becomes), words.say("How urgent?"), chosen=chosen)
        kind = terms.kind(words, becomes.kind) if becomes is not None else ""
        self._set(self.kind, kind, words.say("What kind?"), chosen=draft.kind is not None)
        if becomes is not None and becomes.urgency in _TONES:
            self.urgency.set_tone(_TONES[becomes.urgency])
        for chip in (self.category, self.urgency, self.kind):
            chip.setVisible(bool(draft.text.strip()))
        self.room.setVisible(bool(draft.text.strip()) or bool(room))

    def ask(self, name: str) -> None:
        """Open the corrections of one chip."""
        self._taking = name
        title, choices = {
            "room": self._rooms,
            "category": self._categories,
            "urgency": self._urgencies,
            "kind": self._kinds,
        }[name]()
        self.picker.ask(title, choices)

    def _picked(self, value: object) -> None:
        changes: dict[str, object] = {self._taking: value}
        if self._taking == "room" and isinstance(value, str):
            changes = {"room": None, "place": value}
        elif self._taking == "room":
            changes["place"] = ""
        self._conversation.correct(**changes)

    def _chip(self, name: str, icon: Icon) -> Chip:
        chip = Chip(self._session.look, "", icon=icon, key=_KEYS[name], parent=self)
        chip.clicked.connect(partial(self._clicked, name))
        self._flow.addWidget(chip)
        return chip

    def _clicked(self, name: str, _checked: bool = False) -> None:
        self.ask(name)

    @staticmethod
    def _set(chip: Chip, text: str, empty: str, *, chosen: bool) -> None:
        chip.set_text(text or empty)
        chip.set_tone(Tone.ACCENT if chosen else Tone.PLAIN if text else Tone.QUIET)

    def _promise(self, becomes: Becomes | None) -> str:
        """Return the urgency with what it promises: 紧急 30 分钟到场."""
        words = self._session.words
        if becomes is None:
            return ""
        name = terms.urgency(words, becomes.urgency)
        clocks = self._session.centre.policy.clocks_for(becomes.kind, becomes.urgency)
        if clocks.arrive is None:
            return name
        span = times.duration(words, clocks.arrive)
        return words.say("{urgency}, there within {span}", urgency=name, span=span)

    # --- what can be chosen -------------------------------------------------------------------
    def _rooms(self) -> _Choices:
        words, directory = self._session.words, self._session.memory.directory

        def look_up(query: str) -> list[Choice]:
            found = directory.find(query, _ROOMS_SHOWN) if query else []
            rooms = {one.room_id: one.room_label for one in found if one.room_id is not None}
            choices = [Choice(room, label) for room, label in rooms.items()]
            if query:
                public = words.say("A public place: {place}", place=query)
                choices.append(Choice(query, public))
            return choices

        return words.say("Which room, or which public place?"), look_up

    def _categories(self) -> _Choices:
        words = self._session.words
        choices = []
        for row in self._session.centre.categories:
            name, scope = row.name(words), scope_in(words.language, row.form.scope)
            choices.append(Choice(row.id, name, scope, initials(row.form.name)))
        return words.say("What is it about?"), choices

    def _urgencies(self) -> _Choices:
        words = self._session.words
        return words.say("How urgent is it?"), [
            Choice(str(urgency), terms.urgency(words, urgency), letters=urgency)
            for urgency in Urgency
        ]

    def _kinds(self) -> _Choices:
        words = self._session.words
        return words.say("What kind of ticket?"), [
            Choice(str(kind), terms.kind(words, kind), letters=kind) for kind in Kind
        ]


def channel_icon(channel: Channel) -> Icon:
    """Return the icon of a channel."""
    return {
        Channel.PHONE: Icon.PHONE,
        Channel.COUNTER: Icon.COUNTER,
        Channel.WECHAT: Icon.WECHAT,
        Channel.PAGE: Icon.PAGE,
        Channel.PATROL: Icon.PATROL,
    }[channel]
