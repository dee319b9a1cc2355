"""Staff: who may sign in, in which role, and their PINs."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtWidgets import QWidget

from desk.centre import staff
from desk.centre.staff import StaffForm, StaffRow
from desk.codes import Role, Topic
from desk.models.database import Write
from desk.models.journal import Actor
from desk.refusals import Refusal
from desk.ui.icons import Icon
from desk.ui.kit.form import Form
from desk.ui.kit.line_edit import LineEdit
from desk.ui.kit.segments import Segments
from desk.ui.kit.sheet import Sheet
from desk.ui.session import Session
from desk.ui.settings_page.columns import Columns
from desk.ui.settings_page.keyed_rows import Keyed
from desk.ui.settings_page.list_section import ListSection, write_from
from desk.ui.settings_page.listing import Deed
from desk.ui.staff.initials import suggested_initial
from desk.ui.staff.pin_line import PinLine
from desk.words import terms
from desk.words.catalogue import mark
from desk.words.faults import as_refusal

_FIELDS = {
    "staff.name_missing": "name",
    "staff.initial_invalid": "initial",
    "staff.initial_taken": "initial",
    "staff.pin_invalid": "pin",
}


class StaffSection(ListSection):
    """The people of the desk."""

    name = "staff"

    def __init__(self, session: Session) -> None:
        words = session.words
        super().__init__(
            session,
            words.say("Staff"),
            words.say(
                "Who signs in with an initial and a PIN. Supervisors change settings; at least one "
                "remains."
            ),
            words.say("Staff"),
            (
                Deed("add", mark("Add a person"), "Ctrl+N", Icon.ADD, self._add, always=True),
                Deed("edit", mark("Change"), "Return", Icon.EDIT, self._edit),
                Deed("pin", mark("New PIN"), "P", Icon.LOCK, self._new_pin),
                Deed("remove", mark("Remove"), "Delete", Icon.TRASH, self._remove),
            ),
            shares=(4, 3, 2),
        )
        self._people: dict[int, StaffRow] = {}

    def opened(self) -> None:
        """Read who works here."""
        self.session.read(staff.active, self._read, owner=self, key="staff")

    def heard(self, topics: frozenset[Topic]) -> None:
        """Read again when somebody was changed."""
        if Topic.STAFF in topics:
            self.opened()

    def _read(self, people: Sequence[StaffRow]) -> None:
        words = self.session.words
        self._people = {one.id: one for one in people}
        self.listing.become(
            [
                Keyed(
                    one.id,
                    Columns(
                        one.name,
                        (
                            words.say("Initial {initial}", initial=one.initial),
                            terms.role(words, one.role),
                        ),
                    ),
                )
                for one in people
            ]
        )

    def _add(self, _key: Hashable | None) -> None:
        self.session.supervise(lambda actor: self._open(None, actor))

    def _edit(self, key: Hashable | None) -> None:
        one = self._of(key)
        if one is not None:
            self.session.supervise(lambda actor: self._open(one, actor))

    def _open(self, one: StaffRow | None, actor: Actor) -> None:
        self.open_sheet(PersonSheet(self.session, self.window(), one, actor))

    def _new_pin(self, key: Hashable | None) -> None:
        one = self._of(key)
        if one is not None:
            self.session.supervise(
                lambda actor: self.open_sheet(NewPinSheet(self.session, self.window(), one, actor))
            )

    def _remove(self, key: Hashable | None) -> None:
        one = self._of(key)
        if one is None:
            return
        words = self.session.words

        def work(write: Write) -> int:
            return staff.deactivate(write, one.id, one.version)

        self.ask(
            words.say("Remove {name} from the desk?", name=one.name),
            words.say("{name} can no longer sign in. What was done stays.", name=one.name),
            words.say("Remove"),
            work,
        )

    def _of(self, key: Hashable | None) -> StaffRow | None:
        return self._people.get(key) if isinstance(key, int) else None


class PersonSheet(Sheet):
    """Name, initial, role; and a PIN for somebody new."""

    def __init__(self, session: Session, host: QWidget, one: StaffRow | None, actor: Actor) -> None:
        words, look = session.words, session.look
        super().__init__(
            look,
            words,
            words.say("Add a person") if one is None else one.name,
            host,
            primary=words.say("Add") if one is None else words.say("Save"),
        )
        self._session, self._one, self._actor = session, one, actor
        self.name = LineEdit(look, one.name if one else "", name=words.say("Name"))
        self.initial = LineEdit(look, one.initial if one else "", name=words.say("Initial"))
        self.role = Segments(
            look,
            [(terms.role(words, role), role) for role in Role],
            one.role if one else Role.RECEPTIONIST,
            name=words.say("Role"),
        )
        self.pin = PinLine(look, words.say("PIN"))
        self.again = PinLine(look, words.say("PIN again"))
        self.form = Form(look)
        self.form.add("name", words.say("Name"), self.name)
        self.form.add(
            "initial",
            words.say("Initial"),
            self.initial,
            hint=words.say("What is typed to sign in: one to four letters or figures."),
        )
        self.form.add("role", words.say("Role"), self.role)
        if one is None:
            self.form.add("pin", words.say("PIN"), self.pin, hint=words.say("4 to 8 digits"))
            self.form.add("again", words.say("PIN again"), self.again)
            self.name.textEdited.connect(self._suggest)
        self.body.addWidget(self.form)
        self.submitted.connect(self._submit)

    def _suggest(self, name: str) -> None:
        if not self.initial.isModified():
            self.initial.setText(suggested_initial(name))

    def _submit(self) -> None:
        one = self._one
        form = StaffForm(self.name.text(), self.initial.text(), Role(str(self.role.value())))
        if one is None and self.pin.text() != self.again.text():
            self.again.clear()
            self.form.complain({"again": differ(self._session)})
            return
        pin = self.pin.text()

        def work(write: Write) -> int:
            if one is None:
                return staff.add(write, form, pin)
            return staff.edit(write, one.id, one.version, form)

        self.form.clear()
        write_from(
            self._session, self, self._actor, work, complain=_under(self._session, self.form)
        )


class NewPinSheet(Sheet):
    """A new PIN for somebody who forgot the old one."""

    def __init__(self, session: Session, host: QWidget, one: StaffRow, actor: Actor) -> None:
        words, look = session.words, session.look
        super().__init__(
            look,
            words,
            words.say("New PIN for {name}", name=one.name),
            host,
            primary=words.say("Change"),
            sentence=words.say("Wrong tries so far are forgotten."),
        )
        self._session, self._one, self._actor = session, one, actor
        self.pin = PinLine(look, words.say("New PIN"))
        self.again = PinLine(look, words.say("New PIN again"))
        self.form = Form(look)
        self.form.add("pin", words.say("New PIN"), self.pin, hint=words.say("4 to 8 digits"))
        self.form.add("again", words.say("New PIN again"), self.again)
        self.body.addWidget(self.form)
        self.submitted.connect(self._submit)

    def _submit(self) -> None:
        if self.pin.text() != self.again.text():
            self.again.clear()
            self.form.complain({"again": differ(self._session)})
            return
        one, pin = self._one, self.pin.text()
        self.form.clear()
        write_from(
            self._session,
            self,
            self._actor,
            lambda write: staff.set_pin(write, one.id, one.version, pin),
            complain=_under(self._session, self.form),
            done=lambda _version: self._session.tell(
                self._session.words.say("The PIN was changed.")
            ),
        )


def differ(session: Session) -> str:
    """Say that two PINs are not the same."""
    return session.words.say("These two differ. Nothing was changed; type the new PIN again.")


def _under(session: Session, form: Form) -> Callable[[Exception], bool]:
    def complain(error: Exception) -> bool:
        refusal: Refusal | None = as_refusal(error)
        field = _FIELDS.get(refusal.code) if refusal is not None else None
        if field is None:
            return False
        form.complain({field: session.wording(error) or ""})
        return True

    return complain
