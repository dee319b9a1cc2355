"""The imports there were, in the settings: what each brought, and taking one back as a whole."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from functools import partial

from desk.centre import staff
from desk.codes import Topic
from desk.intake import imports, record
from desk.intake.imports import TakenBack
from desk.intake.record import Imported
from desk.models.journal import Actor
from desk.ui.actions import Actions
from desk.ui.icons import Icon
from desk.ui.intake import import_rows
from desk.ui.intake.import_groups import ImportGroups
from desk.ui.intake.import_rows import Group
from desk.ui.intake.work import Pace, Stopped, Work
from desk.ui.kit.button import Button
from desk.ui.kit.empty_state import EmptyState
from desk.ui.kit.rows import TwoLines
from desk.ui.kit.sheet import Sheet
from desk.ui.session import Session
from desk.ui.settings_page.keyed_rows import Keyed
from desk.ui.settings_page.list_section import ListSection
from desk.ui.settings_page.listing import Deed
from desk.ui.theme import Tone
from desk.words import imports as called
from desk.words import times
from desk.words.catalogue import mark

#: The action of the window that opens the page of the import.
OPEN_ACTION = "import.open"


class ImportsSection(ListSection):
    """Every import, the newest first.

    Attributes:
        work: takes an import back.
        file: opens the page of the import, where the window has one.
    """

    name = "imports"

    def __init__(self, session: Session) -> None:
        words = session.words
        super().__init__(
            session,
            words.say("Imports"),
            words.say(
                "Every file that was imported. One can be taken back as a whole, but for what has "
                "been worked on since."
            ),
            words.say("Imports"),
            (
                Deed("open", mark("What it brought"), "Return", Icon.CLIPBOARD, self._open),
                Deed("back", mark("Take this import back"), "Delete", Icon.UNDO, self._ask),
            ),
        )
        self._actions: Actions | None = None
        self._imports: dict[int, Imported] = {}
        self._names: Mapping[int, str] = {}
        self.work = Work(session, self)
        self.file = Button(
            session.look, words.say("Import a file"), "quiet", icon=Icon.IMPORT, small=True
        )
        self.file.hide()
        self.file.clicked.connect(self._bring)
        self.listing.lead_with(self.file)
        none, begin = words.say("No file has been imported yet."), words.say("Import a file")
        self.empty = EmptyState(session.look, none, begin, icon=Icon.IMPORT)
        self.empty.action.hide()
        self.empty.wanted.connect(self._bring)
        self.listing.list.set_empty(self.empty)
        self.listing.chosen.connect(self._enable)

    def offer(self, actions: Actions) -> None:
        """Bind the keys of the list; a file is chosen on the page of the import."""
        super().offer(actions)
        self._actions = actions
        self._offer_file()

    def _offer_file(self) -> None:
        """Show the way to the page of the import, where the window has one."""
        actions = self._actions.all() if self._actions is not None else []
        known = next((one for one in actions if one.id == OPEN_ACTION), None)
        for button in (self.file, self.empty.action):
            button.setVisible(known is not None)
            if known is not None:
                button.set_key(known.shortcut)

    def opened(self) -> None:
        """Read the imports."""
        self._offer_file()
        community = self.session.community
        self.session.read(
            lambda: (imports.listed(community), staff.names()),
            self._read,
            owner=self,
            key="imports",
        )

    def heard(self, topics: frozenset[Topic]) -> None:
        """Read again: every import leaves its entry with the community."""
        if Topic.COMMUNITIES in topics:
            self.opened()

    def _read(self, read: tuple[Sequence[Imported], Mapping[int, str]]) -> None:
        found, self._names = read
        self._imports = {one.id: one for one in found}
        self.listing.become([Keyed(one.id, self._line(one)) for one in found])
        self._enable()

    def _line(self, one: Imported) -> TwoLines:
        words, zone, now = self.session.words, self.session.centre.zone, self.session.clock.now()
        gone = called.state(words, one.state)
        brought = called.counts(words, one.counts)
        return TwoLines(
            one.file,
            detail="·".join((called.kind(words, one.kind), brought)),
            time=times.moment(words, one.at, zone, now),
            under=self._who(one),
            marks=((gone, Tone.QUIET),) if gone else (),
        )

    def _who(self, one: Imported) -> str:
        return self._names.get(one.by, "") if one.by is not None else ""

    def _enable(self) -> None:
        """Offer to take back only what stands."""
        row = self.listing.current
        one = self._imports.get(row.key) if row is not None and isinstance(row.key, int) else None
        self.listing.buttons["back"].setEnabled(one is not None and one.state == record.DONE)

    # --- one import -------------------------------------------------------------------------------
    def _bring(self) -> None:
        if self._actions is not None:
            self._actions.trigger(OPEN_ACTION)

    def _open(self, key: Hashable | None) -> None:
        one = self._imports.get(key) if isinstance(key, int) else None
        if one is not None:
            self._rows_of(one, partial(self._show, one))

    def _rows_of(self, one: Imported, then: partial[None]) -> None:
        self.session.read(
            partial(import_rows.of_import, one.id), then, owner=self, key="import rows"
        )

    def _show(self, one: Imported, groups: list[Group]) -> None:
        words, zone, now = self.session.words, self.session.centre.zone, self.session.clock.now()
        if one.taken_back_at is not None:
            when = times.moment(words, one.taken_back_at, zone, now)
            said = words.say("It was taken back {when}.", when=when)
            said += "\n" + (
                words.say("These stayed, because they had been worked on:")
                if groups
                else words.say("Nothing of it stayed.")
            )
        else:
            said = called.counts(words, one.counts)
        self._tell(one.name, said, groups)

    def _tell(self, title: str, said: str, groups: list[Group]) -> None:
        """Show rows in a sheet that is only read."""
        look, words = self.session.look, self.session.words
        sheet = Sheet(
            look,
            words,
            title,
            self.window(),
            primary=words.say_in("button", "Close"),
            sentence=said,
        )
        sheet.back.hide()
        sheet.body.addWidget(ImportGroups(look, words, groups))
        sheet.submitted.connect(sheet.dismiss)
        self.open_sheet(sheet)

    # --- taking back ------------------------------------------------------------------------------
    def _ask(self, key: Hashable | None) -> None:
        one = self._imports.get(key) if isinstance(key, int) else None
        if one is None or one.state != record.DONE or self.work.busy:
            return
        self.session.supervise(lambda actor: self._rows_of(one, partial(self._confirm, one, actor)))

    def _confirm(self, one: Imported, actor: Actor, groups: list[Group]) -> None:
        look, words = self.session.look, self.session.words
        sheet = Sheet(
            look,
            words,
            words.say("Take back “{name}”?", name=one.name),
            self.window(),
            primary=words.say("Take back"),
            danger=True,
            sentence=words.say(
                "What it added goes, what it changed is as it was. What has been worked on since, "
                "or has tickets or calls, stays and is listed afterwards."
            ),
        )
        sheet.body.addWidget(ImportGroups(look, words, groups))

        def go() -> None:
            sheet.dismiss()
            self._take_back(one, actor)

        sheet.submitted.connect(go)
        self.open_sheet(sheet)

    def _take_back(self, one: Imported, actor: Actor) -> None:
        session, now = self.session, self.session.clock.now()

        def work(pace: Pace) -> tuple[TakenBack, list[Group]]:
            pace(0, 0)
            with session.store.write(actor, now) as write:
                taken = imports.take_back(write, one.id)
                # The last moment: whoever has asked to stop gets everything back.
                pace(0, 0)
            return taken, import_rows.of_kept(taken.kept)

        self.work.run(session.words.say("Taking the import back…"), work, self._done, self._failed)

    def _done(self, result: tuple[TakenBack, list[Group]]) -> None:
        taken, kept = result
        words = self.session.words
        removed = called.counts(words, taken.removed)
        said = words.say(
            "“{name}” is taken back: {removed}.", name=taken.imported.name, removed=removed
        )
        self.opened()
        if not kept:
            self.session.tell(said)
            return
        stays = words.say_n("{n} row stays:", "{n} rows stay:", len(taken.kept))
        self._tell(words.say("The import is taken back"), said + "\n" + stays, kept)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Stopped):
            self.session.tell(self.session.words.say("Stopped. Nothing was taken back."))
        else:
            self.session.refuse(error)
