"""The fields of a room's details in a form: its area, and when people moved in."""

from __future__ import annotations

from desk.language.amounts import read_area
from desk.language.days_written import read_day
from desk.refusals import Refusal
from desk.ui.kit.form import Form
from desk.ui.kit.line_edit import LineEdit
from desk.ui.look import Look
from desk.words.catalogue import Words


class DetailFields:
    """Reads what is typed as people write it: 89.5㎡, 2021年3月."""

    def __init__(self, look: Look, words: Words, form: Form) -> None:
        self._words = words
        self._form = form
        self.area = LineEdit(look)
        self.moved_in = LineEdit(look)
        form.add("area", words.say("Area, m²"), self.area, hint=words.say("Such as 89.5"))
        form.add(
            "moved_in",
            words.say("Moved in"),
            self.moved_in,
            hint=words.say("A day, a month or a year, such as 2021-03"),
        )

    def show(self, area_m2: float | None, moved_in: str) -> None:
        """Put in what is known."""
        self.area.setText("" if area_m2 is None else f"{area_m2:g}")
        self.moved_in.setText(moved_in)

    def read(self) -> tuple[float | None, str] | None:
        """Return area and day; None, after saying so below the field, where one cannot be read."""
        area, day, complaints = None, "", {}
        try:
            area = read_area(self.area.text())
        except Refusal:
            complaints["area"] = self._words.say("This is not an area. Write it as 89.5.")
        try:
            found = read_day(self.moved_in.text())
            day = found.text if found is not None else ""
        except Refusal:
            complaints["moved_in"] = self._words.say(
                "This is not a date. Write it as 2021-03-05, 2021-03 or 2021."
            )
        if complaints:
            self._form.complain(complaints)
            return None
        return area, day
