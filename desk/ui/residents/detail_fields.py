"""The fields of a room's details: its area, and when people moved in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.language.amounts import read_area
from desk.language.days_written import read_day
from desk.refusals import Refusal
from desk.ui.kit.form import Form
from desk.ui.kit.line_edit import LineEdit
from desk.ui.look import Look
from desk.words.catalogue import Words


class DetailFields(QWidget):
    """Two short fields side by side; they read what is typed as people write it: 89.5㎡, 2021年3月.

    Attributes:
        forms: each field in its form, by ``area`` and ``moved_in``.
    """

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self.area = LineEdit(look)
        self.moved_in = LineEdit(look)
        self.forms = {"area": Form(look), "moved_in": Form(look)}
        area, moved_in = words.say("Area, m²"), words.say("Moved in")
        self.forms["area"].add("area", area, self.area, hint=words.say("Such as 89.5"))
        hint = words.say("Such as 2021-03-05, 2021-03 or 2021")
        self.forms["moved_in"].add("moved_in", moved_in, self.moved_in, hint=hint)
        self._row = QHBoxLayout(self)
        for form in self.forms.values():
            self._row.addWidget(form, 1, Qt.AlignmentFlag.AlignTop)
        look.changed.connect(self.restyle)
        self.restyle()

    def show_known(self, area_m2: float | None, moved_in: str) -> None:
        """Put in what is known."""
        self.clear()
        self.area.setText("" if area_m2 is None else f"{area_m2:g}")
        self.moved_in.setText(moved_in)

    def clear(self) -> None:
        """Take the complaints away."""
        for form in self.forms.values():
            form.clear()

    def read(self) -> tuple[float | None, str] | None:
        """Return area and day; None, after saying so below the field, where one cannot be read."""
        self.clear()
        area, day, fine = None, "", True
        try:
            found = read_day(self.moved_in.text())
            day = found.text if found is not None else ""
        except Refusal:
            said = self._words.say("This is not a date. Write it as 2021-03-05, 2021-03 or 2021.")
            self.forms["moved_in"].complain({"moved_in": said})
            fine = False
        try:
            area = read_area(self.area.text())
        except Refusal:
            said = self._words.say("This is not an area. Write it as 89.5.")
            self.forms["area"].complain({"area": said})
            fine = False
        return (area, day) if fine else None

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self._look.sizes.middle)
