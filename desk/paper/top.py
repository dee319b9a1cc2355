"""What every copy of a ticket begins with: its head, its deadlines, and what is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desk.codes import Kind, Urgency
from desk.paper.blanks import LABEL, label
from desk.paper.fonts import settable
from desk.paper.marks import QUIET, bars_width
from desk.paper.sheet import FRAME, HAIR, RULE, Sheet
from desk.paper.text import Setting, block, width
from desk.tickets.work_order import WorkOrder
from desk.words import terms, times
from desk.words.catalogue import Words

#: Left and right edge of what is set, in points; wide enough to be filed in a binder.
LEFT, RIGHT = 32.0, 565.3
#: Where the column of facts begins.
_FACTS = 364.0
_FACT_STEP = 12.0
_VALUE = 10.0
#: Height of a capital or a figure as a share of the size.
_CAP = 0.733
#: Side of the QR code: from the top of the bars to the foot of the number.
_QR = 41.0
#: Height of the band of deadlines.
_BAND = 20.0
#: Longer text is not even looked at: no number of sheets would hold it.
_MOST_TEXT = 12_000

_SAID = (Setting(11.5, 16), Setting(10.5, 14), Setting(9, 12.2))
_PLACE = (Setting(20, 24), Setting(16, 20), Setting(11, 12))
_DOOR = (Setting(12, 14), Setting(9, 10.4))


class Copy(StrEnum):
    """Whose copy of the slip it is."""

    STUB = "stub"
    TECHNICIAN = "technician"
    RESIDENT = "resident"


def copy_name(words: Words, copy: Copy) -> str:
    """Name a copy as it stands beside the title: 存根联."""
    if copy is Copy.STUB:
        return words.say_in("copy of a slip", "Office copy")
    if copy is Copy.RESIDENT:
        return words.say_in("copy of a slip", "Resident's copy")
    return words.say_in("copy of a slip", "Technician's copy")


@dataclass(frozen=True, slots=True)
class Part:
    """One copy of one ticket on a sheet, or on a part of a sheet."""

    sheet: Sheet
    order: WorkOrder
    words: Words
    copy: Copy

    @property
    def is_repair(self) -> bool:
        """Tell whether something is to be repaired, rather than looked into."""
        return self.order.kind in {Kind.REPAIR, Kind.SERVICE}

    @property
    def problem(self) -> str:
        """Return what the description is called."""
        if self.is_repair:
            return self.words.say_in("slip", "Problem")
        return self.words.say_in("slip", "What was said")

    def text(self, typed: str) -> str:
        """Return what somebody typed as it may be set."""
        return settable(self.order.on_paper(typed[:_MOST_TEXT])).strip()

    def head(self, top: float = 0, more: str = "") -> None:
        """Set the title, the number and the two marks into 60 points."""
        order, words, sheet = self.order, self.words, self.sheet
        link = {
            Copy.TECHNICIAN: order.technician_link,
            Copy.RESIDENT: order.resident_link,
            Copy.STUB: "",
        }[self.copy]
        sheet.qr(RIGHT - _QR, top + 16, link or order.number, _QR)
        left = RIGHT - _QR - 9 - bars_width(order.number)
        sheet.bars(left, top + 16, order.number, 26)
        stem, serial = order.number[:-4], order.number[-4:]
        x = left + QUIET
        x += sheet.say(x, top + 57, stem, 11)
        sheet.say(x, top + 57, serial, 15, bold=True)
        sheet.say(LEFT, top + 26, order.centre or order.community, 9, room=left - LEFT)
        title, base = words.say_in("slip", "Work order"), top + 56
        x = LEFT + sheet.say(LEFT, base, title, 22, bold=True) + 10
        x += sheet.say(x, base, terms.kind(words, order.kind), 10.5) + 7
        name = copy_name(words, self.copy) + more
        sheet.say(x, base, name, 10.5, bold=True, room=left - x)

    def band(self, top: float) -> None:
        """Set the urgency and the deadlines into 20 points, to be told apart without colour.

        Critical is white on black, urgent a black word in a heavy frame, normal a light frame,
        planned a dashed one.
        """
        order, words, sheet = self.order, self.words, self.sheet
        white = order.urgency is Urgency.CRITICAL
        base = top + 14.2
        x = self._urgency(top) + 14
        for title, instant in (
            (words.say_in("due clock", "Respond by"), order.respond_by),
            (words.say_in("due clock", "Arrive by"), order.arrive_by),
            (words.say_in("due clock", "Finish by"), order.finish_by),
        ):
            when = self.short_stamp(instant) if instant else "—"
            x += sheet.say(x, base, title, LABEL, white=white) + 5
            x += sheet.say(x, base, when, 11, bold=True, white=white) + 18
        if order.chased and self.copy is not Copy.RESIDENT:
            chased = words.say_n("Chased {n} time", "Chased {n} times", order.chased)
            sheet.say(
                RIGHT - 9, base, chased, 11,
                bold=True, align="right", white=white, room=RIGHT - 9 - x, smallest=8,
            )  # fmt: skip

    def _urgency(self, top: float) -> float:
        """Draw the band itself with the word in it; return where the word's field ends."""
        order, sheet, all_of_it = self.order, self.sheet, RIGHT - LEFT
        name = terms.urgency(self.words, order.urgency)
        wide = width(name, 12, True) + 20
        if order.urgency is Urgency.CRITICAL:
            sheet.ink(LEFT, top, all_of_it, _BAND)
        elif order.urgency is Urgency.URGENT:
            sheet.frame(LEFT, top, all_of_it, _BAND, RULE)
            sheet.ink(LEFT, top, wide, _BAND)
        else:
            dashed = order.urgency is Urgency.PLANNED
            sheet.frame(LEFT, top, all_of_it, _BAND, FRAME, dashed=dashed)
            sheet.post(LEFT + wide, top, top + _BAND, FRAME)
        white = order.urgency in {Urgency.CRITICAL, Urgency.URGENT}
        sheet.say(
            LEFT + wide / 2, top + 14.2, name, 12, bold=True, align="middle", white=white
        )  # fmt: skip
        return LEFT + wide

    def said(self, top: float, high: float, mark: str) -> bool:
        """Set where it is and what was said into ``high`` points at the left.

        Returns whether the description had to be cut; it then ends with ``mark``.
        """
        order, words, sheet = self.order, self.words, self.sheet
        end = _FACTS - 18
        place = block(self.text(order.place), (end - LEFT, 26), _PLACE, "…", bold=True)
        sheet.lines(LEFT, top + 3.4 + place.setting.size * _CAP, place, bold=True)
        spot = words.say_in("slip", "Exact spot")
        problem = self.problem
        x = LEFT + max(width(spot, LABEL), width(problem, LABEL)) + 8
        base = top + 35
        label(sheet, LEFT, base, spot)
        if order.spot:
            sheet.say(
                x, base, self.text(order.spot), _VALUE, bold=True, room=end - x, smallest=8
            )  # fmt: skip
        else:
            sheet.rule(x, base + 2.5, end, HAIR)
        base += 17
        label(sheet, LEFT, base, problem)
        said = block(self.text(order.description), (end - x, top + high - base + 11), _SAID, mark)
        sheet.lines(x, base, said)
        return said.cut

    def facts(self, top: float, *, brief: bool = False) -> None:
        """Set who asked, when, and who goes there, a line each, into 96 points; briefly into 72."""
        sheet = self.sheet
        caller, dispatch = self._caller(), self._dispatch()
        rows = caller[:-1] + dispatch[1:] if brief else caller + dispatch
        x = _FACTS + max(width(name, LABEL) for name, _ in rows) + 8
        for i, (name, value) in enumerate(rows):
            base = top + 10 + i * _FACT_STEP
            label(sheet, _FACTS, base, name)
            if value:
                sheet.say(x, base, value, _VALUE, bold=i < 2, room=RIGHT - x, smallest=8)
            else:
                sheet.rule(x, base + 2, RIGHT, HAIR)

    def _caller(self) -> list[tuple[str, str]]:
        order, words = self.order, self.words
        phone = order.phone_on_paper
        if phone and order.must_call:
            phone += "  " + words.say_in("slip", "Call first")
        received = times.stamp(order.received_at, order.zone)
        return [
            (
                words.say_in("slip", "Reported by")
                if self.is_repair
                else words.say_in("slip", "Caller"),
                order.caller_name,
            ),
            (words.say_in("slip", "Phone"), phone),
            (
                words.say_in("slip", "Reported at")
                if self.is_repair
                else words.say_in("slip", "Received at"),
                received + "  " + terms.channel(words, order.channel),
            ),
            (words.say_in("slip", "Category"), order.category),
        ]

    def _dispatch(self) -> list[tuple[str, str]]:
        order, words = self.order, self.words
        sent = order.dispatched_at
        return [
            (words.say_in("slip", "Taken by"), order.received_by),
            (words.say_in("slip", "Dispatched"), times.stamp(sent, order.zone) if sent else ""),
            (
                words.say_in("slip", "Crew"),
                " / ".join(filter(None, (order.crew, order.technician))),
            ),
            (words.say_in("slip", "Appointment"), self.appointment()),
        ]

    def appointment(self) -> str:
        """Return when somebody is expected, with days in figures: a slip is read another day."""
        start, end = self.order.appointment_from, self.order.appointment_until
        if start is None:
            return ""
        first = self.short_stamp(start)
        if end is None or end <= start:
            return first
        last = self.short_stamp(end)
        if last[:5] == first[:5]:
            return self.words.say("{start}–{end}", start=first, end=last[6:])
        return self.words.say("{start} to {end}", start=first, end=last)

    def short_stamp(self, instant: datetime) -> str:
        """Return the day and time of an instant without its year: ``11-22 14:05``."""
        return times.stamp(instant, self.order.zone)[5:]

    def door(self, top: float, high: float, mark: str) -> bool:
        """Set what to mind at the door behind a black word; return whether it had to be cut."""
        words, sheet = self.words, self.sheet
        name = words.say_in("slip", "At the door")
        wide = width(name, 10, True) + 16
        sheet.frame(LEFT, top, RIGHT - LEFT, high, RULE)
        sheet.ink(LEFT, top, wide, high)
        middle = top + high / 2
        sheet.say(
            LEFT + wide / 2, middle + 3.6, name, 10, bold=True, align="middle", white=True
        )  # fmt: skip
        area = (RIGHT - LEFT - wide - 18, high - 2)
        note = block(self.text(self.order.door_note), area, _DOOR, mark, bold=True)
        tall = (len(note.lines) - 1) * note.setting.leading
        sheet.lines(
            LEFT + wide + 9, middle - tall / 2 + note.setting.size * 0.36, note, bold=True
        )  # fmt: skip
        return note.cut

    def foot(self, base: float, hint: str) -> None:
        """Set when and how often this was printed, and what to do with the paper."""
        order, words, sheet = self.order, self.words, self.sheet
        printed = words.say_in("slip", "Printed {at}", at=times.stamp(order.printed_at, order.zone))
        x = LEFT + sheet.say(LEFT, base, printed, 7.5) + 10
        count = words.say_in("slip", "Print no. {n}", n=order.print_count)
        x += sheet.say(x, base, count, 7.5, bold=order.print_count > 1) + 16
        sheet.say(RIGHT, base, hint, 7.5, align="right", room=RIGHT - x, smallest=6)

    def ask(self) -> str:
        """Say whom the resident asks."""
        if self.order.telephone:
            return self.words.say_in(
                "slip", "Questions? Call {telephone}", telephone=self.order.telephone
            )
        return self.words.say_in("slip", "Questions? Ask at the desk")
