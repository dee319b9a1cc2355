"""The centre and the communities it serves: what stands on every slip."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from desk.centre.profile import Part, change_profile
from desk.codes import Topic
from desk.community import communities
from desk.community.communities import CommunityRow
from desk.language import phones
from desk.models.database import Write
from desk.refusals import Refusal
from desk.ui.kit.form import Form
from desk.ui.kit.label import Label
from desk.ui.kit.line_edit import LineEdit
from desk.ui.session import Session
from desk.ui.settings_page.section import FormSection
from desk.words.sentences import sentence


class CentreSection(FormSection):
    """Name and telephone of the office, and of each community with its address."""

    name = "centre"

    def __init__(self, session: Session) -> None:
        words = session.words
        super().__init__(
            session,
            words.say("Centre"),
            words.say("How the office signs, and what stands on every slip."),
        )
        self._communities: dict[int, CommunityRow] = {}
        self._form = Form(session.look)
        self._add("name", words.say("Name of the centre"))
        self._add("telephone", words.say("Telephone of the desk"))
        self.column.addWidget(self._form)
        self.column.addStretch(1)
        self.keep_narrow(self._form)
        self.refill()

    def opened(self) -> None:
        """Read the communities; the centre is at hand."""
        super().opened()
        self.session.read(communities.active, self._read, owner=self, key="communities")

    def heard(self, topics: frozenset[Topic]) -> None:
        """Read the communities again once somebody changed one."""
        if Topic.COMMUNITIES in topics:
            self.session.read(communities.active, self._read, owner=self, key="communities")

    def first_field(self) -> QWidget | None:
        """Begin with the name."""
        return self.draft.field("name")

    def stored(self) -> Mapping[str, object]:
        """Return the centre and the communities as they are stored."""
        centre = self.session.centre
        values: dict[str, object] = {"name": centre.name, "telephone": centre.telephone}
        for row in self._communities.values():
            values[f"{row.id}.name"] = row.name
            values[f"{row.id}.telephone"] = row.telephone
            values[f"{row.id}.address"] = row.address
        return values

    def check(self) -> bool:
        """Say which name is missing and which telephone is none."""
        wrong: dict[str, Refusal] = {}
        for name in self.draft.values():
            text = self.draft.text(name).strip()
            if name.endswith("telephone") and text and not phones.is_valid(text):
                wrong[name] = Refusal("phone.invalid")
            elif name == "name" and not text:
                wrong[name] = Refusal("centre.name_missing")
            elif name.endswith(".name") and not text:
                wrong[name] = Refusal("community.name_missing")
        words = self.session.words
        self.complain({name: sentence(words, refusal) for name, refusal in wrong.items()})
        return not wrong

    def complain(self, names: Mapping[str, str]) -> None:
        """Say sentences under fields."""
        self._form.complain(names)

    def work(self) -> Callable[[Write], object]:
        """Return what stores the parts that were touched, in one transaction."""
        touched = self.draft.touched()
        values = {
            name: _written(name, self.draft.text(name).strip()) for name in self.draft.values()
        }
        seen = self.session.centre.versions[Part.PROFILE]
        rows = [row for row in self._communities.values() if _of(row.id) & touched]

        def write(write: Write) -> None:
            if touched & {"name", "telephone"}:
                change_profile(write, seen, name=values["name"], telephone=values["telephone"])
            for row in rows:
                communities.edit(
                    write,
                    row.id,
                    row.version,
                    name=values[f"{row.id}.name"],
                    telephone=values[f"{row.id}.telephone"],
                    address=values[f"{row.id}.address"],
                )

        return write

    def _read(self, rows: Sequence[CommunityRow]) -> None:
        known = set(self._communities)
        self._communities = {row.id: row for row in rows}
        for row in rows:
            if row.id not in known:
                self._add_community(row, single=len(rows) == 1)
        self.refill()

    def _add_community(self, row: CommunityRow, *, single: bool) -> None:
        words = self.session.words
        if not single:
            heading = Label(self.session.look, row.name, bold=True)
            self._form.add(f"{row.id}.heading", "", heading)
        self._add(f"{row.id}.name", words.say("Name of the community"))
        self._add(f"{row.id}.telephone", words.say("Telephone on the slips of this community"))
        self._add(f"{row.id}.address", words.say("Address"))

    def _add(self, name: str, label: str) -> None:
        line = LineEdit(self.session.look, name=label)
        row = self._form.add(name, label, line)
        self.draft.add(name, line)
        line.textEdited.connect(row.clear)


def _of(community: int) -> set[str]:
    return {f"{community}.{part}" for part in ("name", "telephone", "address")}


def _written(name: str, text: str) -> str:
    """Write a telephone one way; everything else as typed."""
    if name.endswith("telephone") and text:
        return phones.written(text)
    return text
