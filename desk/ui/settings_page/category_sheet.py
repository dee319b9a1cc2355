"""The sheets of a category and of a branch of the tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desk.centre import categories
from desk.centre.categories import CategoryForm, CategoryRow
from desk.centre.default_categories import scope_in
from desk.codes import Family, Kind, Urgency
from desk.models.database import Write
from desk.models.journal import Actor
from desk.ui.kit.combo import Combo
from desk.ui.kit.form import Form
from desk.ui.kit.line_edit import LineEdit
from desk.ui.kit.segments import Segments
from desk.ui.kit.sheet import Sheet
from desk.ui.session import Session
from desk.ui.settings_page.list_section import write_from
from desk.words import terms
from desk.words.faults import as_refusal

_NEW = ""


class CategorySheet(Sheet):
    """One leaf: where it stands, what it is called, what it suggests."""

    def __init__(
        self,
        session: Session,
        host: QWidget,
        row: CategoryRow | None,
        scopes: Sequence[str],
        scope: str | None,
        actor: Actor,
    ) -> None:
        words, look = session.words, session.look
        super().__init__(
            look,
            words,
            words.say("Add a category") if row is None else row.name(words),
            host,
            primary=words.say("Add") if row is None else words.say("Save"),
        )
        self._session, self._row, self._actor = session, row, actor
        form = row.form if row else None
        self.name = LineEdit(look, form.name if form else "", name=words.say_in("thing", "Name"))
        self.english = LineEdit(look, form.english if form else "", name=words.say("English name"))
        self.scope = Combo(
            look,
            [
                *((scope_in(words.language, one), one) for one in scopes),
                (words.say("A new branch…"), _NEW),
            ],
            name=words.say("Branch"),
        )
        self.scope.set_value(scope or (scopes[0] if scopes else _NEW))
        self.branch = LineEdit(look, name=words.say("Name of the new branch"))
        self.kind = Combo(
            look, [(terms.kind(words, kind), kind) for kind in Kind], name=words.say("Kind")
        )
        self.family = Combo(
            look,
            [
                (words.say("none of them"), _NEW),
                *((terms.family(words, family), family) for family in Family),
            ],
            name=words.say("Family"),
        )
        self.urgency = Segments(
            look,
            [(terms.urgency(words, one), one) for one in Urgency],
            form.urgency if form else Urgency.NORMAL,
            name=words.say("Urgency"),
        )
        self.kind.set_value(form.kind if form else Kind.REPAIR)
        self.family.set_value((form.family or _NEW) if form else _NEW)
        self._form = Form(look)
        self._form.add("name", words.say_in("thing", "Name"), self.name)
        self._form.add(
            "english",
            words.say("English name"),
            self.english,
            hint=words.say("Shown where English is spoken; the name where this is empty."),
        )
        self._form.add("scope", words.say("Branch"), self.scope)
        self._form.add("branch", words.say("Name of the new branch"), self.branch)
        self._form.add("kind", words.say("Kind"), self.kind)
        self._form.add(
            "family", words.say("Family"), self.family, hint=words.say("It chooses the crew.")
        )
        self._form.add("urgency", words.say("Urgency"), self.urgency)
        self.body.addWidget(self._form)
        self.scope.currentIndexChanged.connect(self._show_branch)
        self._show_branch()
        self.submitted.connect(self._submit)

    def _show_branch(self) -> None:
        self._form.row("branch").set_visible(self.scope.value() == _NEW)
        if self.is_open:
            self.arrange()

    def _submit(self) -> None:
        scope = str(self.scope.value()) or self.branch.text()
        family = str(self.family.value())
        row = self._row
        form = CategoryForm(
            scope=scope,
            name=self.name.text(),
            english=self.english.text(),
            kind=Kind(str(self.kind.value())),
            family=Family(family) if family else None,
            urgency=Urgency(str(self.urgency.value())),
        )

        def work(write: Write) -> int:
            if row is None:
                return categories.add(write, form)
            return categories.edit(write, row.id, row.version, form)

        self._form.clear()
        write_from(self._session, self, self._actor, work, complain=self._under)

    def _under(self, error: Exception) -> bool:
        refusal = as_refusal(error)
        if refusal is None or refusal.code not in ("category.name_missing", "category.exists"):
            return False
        field = "name"
        if refusal.code == "category.name_missing" and self.name.text().strip():
            field = "branch"
        self._form.complain({field: self._session.wording(error) or ""})
        return True


class BranchSheet(Sheet):
    """A branch: its name stands on every leaf below it."""

    def __init__(
        self,
        session: Session,
        host: QWidget,
        scope: str,
        leaves: Sequence[CategoryRow],
        actor: Actor,
    ) -> None:
        words, look = session.words, session.look
        super().__init__(
            look,
            words,
            words.say("Rename {name}", name=scope_in(words.language, scope)),
            host,
            primary=words.say("Save"),
            sentence=words.say_n(
                "{n} category stands below it.", "{n} categories stand below it.", len(leaves)
            ),
        )
        self._session, self._leaves, self._actor = session, list(leaves), actor
        self.name = LineEdit(look, scope, name=words.say_in("thing", "Name"), select_on_focus=True)
        self._form = Form(look)
        self._form.add("name", words.say_in("thing", "Name"), self.name)
        self.body.addWidget(self._form)
        self.submitted.connect(self._submit)

    def _submit(self) -> None:
        leaves, scope = self._leaves, self.name.text()

        def work(write: Write) -> None:
            for leaf in leaves:
                categories.edit(write, leaf.id, leaf.version, replace(leaf.form, scope=scope))

        self._form.clear()
        write_from(self._session, self, self._actor, work, complain=self._under)

    def _under(self, error: Exception) -> bool:
        refusal = as_refusal(error)
        if refusal is None or not refusal.code.startswith("category.name"):
            return False
        self._form.complain({"name": self._session.wording(error) or ""})
        return True
