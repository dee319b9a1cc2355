"""The tree of categories: what a ticket is about, and which kind and urgency that suggests."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Qt

from desk.centre import categories
from desk.centre.categories import CategoryRow
from desk.centre.default_categories import scope_in
from desk.models.database import Write
from desk.models.journal import Actor
from desk.ui.icons import Icon
from desk.ui.kit.line_edit import LineEdit
from desk.ui.session import Session
from desk.ui.settings_page.category_sheet import BranchSheet, CategorySheet
from desk.ui.settings_page.columns import Columns
from desk.ui.settings_page.keyed_rows import Keyed
from desk.ui.settings_page.ordered_section import OrderedSection
from desk.words import terms
from desk.words.catalogue import mark


class CategoriesSection(OrderedSection):
    """Two levels: the upper ones are headings, renamed as a whole."""

    name = "categories"

    def __init__(self, session: Session) -> None:
        words = session.words
        super().__init__(
            session,
            words.say("Categories"),
            words.say(
                "What a ticket is about. Each suggests a kind and an urgency; the family chooses "
                "the crew."
            ),
            mark("Add a category"),
            mark("Retire"),
            shares=(5, 3, 2, 2),
        )
        self.search = LineEdit(
            session.look,
            name=words.say("Find a category"),
            placeholder=words.say("Find a category"),
            icon=Icon.SEARCH,
        )
        self.search.textChanged.connect(self._show)
        self.column.insertWidget(self.column.indexOf(self.listing), self.search)
        self._show()

    def _show(self) -> None:
        words = self.session.words
        wanted = self.search.text().strip().casefold()
        rows: list[Keyed] = []
        for scope in self._scopes():
            leaves = [
                Keyed(row.id, Columns(row.name(words), self._cells(row)))
                for row in self.session.centre.categories
                if row.form.scope == scope and wanted in self._found_by(row)
            ]
            if leaves:
                title = scope_in(words.language, scope)
                heading = Columns(title, (str(len(leaves)),), heading=True)
                rows += [Keyed(scope, heading, heading=True), *leaves]
        self.listing.become(rows)

    def _cells(self, row: CategoryRow) -> tuple[str, ...]:
        words, form = self.session.words, row.form
        return (
            terms.family(words, form.family) if form.family is not None else "",
            terms.kind(words, form.kind),
            terms.urgency(words, form.urgency),
        )

    def _found_by(self, row: CategoryRow) -> str:
        form = row.form
        return " ".join((form.scope, form.name, form.english, *self._cells(row))).casefold()

    def _scopes(self) -> list[str]:
        """Return the upper level in its order."""
        return list(dict.fromkeys(row.form.scope for row in self.session.centre.categories))

    # --- steps --------------------------------------------------------------------------------
    def _add(self, key: Hashable | None) -> None:
        scope = key if isinstance(key, str) else None
        row = self._of(key)
        scope = row.form.scope if row is not None else scope

        def open_sheet(actor: Actor) -> None:
            self.open_sheet(
                CategorySheet(self.session, self.window(), None, self._scopes(), scope, actor)
            )

        self.session.supervise(open_sheet)

    def _edit(self, key: Hashable | None) -> None:
        row = self._of(key)

        def open_sheet(actor: Actor) -> None:
            if row is not None:
                sheet = CategorySheet(
                    self.session, self.window(), row, self._scopes(), row.form.scope, actor
                )
                self.open_sheet(sheet)
            elif isinstance(key, str):
                leaves = [one for one in self.session.centre.categories if one.form.scope == key]
                self.open_sheet(BranchSheet(self.session, self.window(), key, leaves, actor))

        self.session.supervise(open_sheet)

    def _move(self, key: Hashable | None, by: int) -> None:
        if self.search.text().strip():
            # Only some rows are shown: which ones it would pass cannot be seen.
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super()._move(key, by)

    def _reorder(self, write: Write, ids: Sequence[int]) -> None:
        categories.reorder(write, ids)

    def _remove(self, key: Hashable | None) -> None:
        row = self._of(key)
        if row is None:
            return
        words = self.session.words

        def work(write: Write) -> int:
            return categories.remove(write, row.id, row.version)

        self.ask(
            words.say("Retire {name}?", name=row.name(words)),
            words.say("It is offered no longer. Tickets that have it keep it."),
            words.say("Retire"),
            work,
        )

    def _of(self, key: Hashable | None) -> CategoryRow | None:
        return self.session.centre.category(key) if isinstance(key, int) else None
