"""Correcting the reading by keys alone, without leaving the line."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from desk.codes import Channel, Kind, Urgency
from desk.community import residents
from desk.models.tables import Resident
from desk.ui.kit.line_edit import LineEdit
from desk.ui.kit.overlay import Overlay
from tests.ui.call.receptionist import CTRL, Key, Receptionist

LEAK = "厨房漏水一直滴 3-2-1502"


def choose(desk: Receptionist, letter: str, typed: str) -> None:
    """Open a correction by its key, type, take the first."""
    desk.alt(letter)
    desk.type(typed)
    desk.press(Key.Key_Return)


def test_the_category_by_initials(desk: Receptionist) -> None:
    desk.type(LEAK)
    choose(desk, "w", "dljg")
    assert desk.in_line
    assert desk.chip("category") == "道路井盖"
    desk.press(Key.Key_Return, CTRL)
    assert desk.tickets[0].category.name == "道路井盖"


@pytest.mark.parametrize("typed", ["lsss", "loushui", "漏水", "sn lsss"])
def test_a_category_by_pinyin_initials_or_characters(desk: Receptionist, typed: str) -> None:
    desk.type("家里坏了")
    choose(desk, "w", typed)
    assert desk.chip("category").startswith("漏水")


def test_the_urgency_by_a_figure_by_letters_or_by_arrows(desk: Receptionist) -> None:
    desk.type(LEAK)
    desk.alt("e")
    desk.type("1")
    assert desk.call.draft.urgency == Urgency.CRITICAL
    assert desk.chip("urgency").startswith("特急")
    assert desk.page.call_side.foot.alarm.isVisible()
    choose(desk, "e", "jh")
    assert desk.call.draft.urgency == Urgency.PLANNED
    desk.alt("e")
    desk.press(Key.Key_Up)
    desk.press(Key.Key_Return)
    assert desk.call.draft.urgency == Urgency.NORMAL
    desk.press(Key.Key_Return, CTRL)
    assert desk.tickets[0].urgency == Urgency.NORMAL


def test_what_was_chosen_can_follow_the_words_again(desk: Receptionist) -> None:
    desk.type(LEAK)
    before = desk.chip("urgency")
    desk.alt("e")
    desk.type("4")
    assert desk.chip("urgency") != before
    desk.alt("e")
    desk.type("0")
    assert desk.call.draft.urgency is None
    assert desk.chip("urgency") == before


def test_the_kind(desk: Receptionist) -> None:
    desk.type("楼上装修太吵")
    choose(desk, "t", "ts")
    assert desk.call.draft.kind == Kind.COMPLAINT
    desk.press(Key.Key_Return, CTRL)
    assert desk.tickets[0].number.startswith("TS")


def test_a_room_of_which_there_are_several(desk: Receptionist) -> None:
    desk.type("1502门锁坏了")
    assert "1502" in desk.chip("room")
    desk.alt("q")
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    assert desk.chip("room") == "5-1-1502"
    desk.press(Key.Key_Return, CTRL)
    assert desk.tickets[0].room_id == desk.garden.rooms["5-1-1502"]


def test_another_room(desk: Receptionist) -> None:
    desk.type(LEAK)
    choose(desk, "q", "4-2-101")
    assert desk.chip("room") == "4-2-101"
    assert desk.card == "4-2-101"


def test_a_public_place(desk: Receptionist) -> None:
    desk.type("路灯不亮")
    choose(desk, "q", "中心花园")
    assert desk.chip("room") == "中心花园"
    desk.press(Key.Key_Return, CTRL)
    assert desk.tickets[0].place == "中心花园"
    assert desk.tickets[0].room_id is None


def test_escape_changes_nothing(desk: Receptionist) -> None:
    desk.type(LEAK)
    desk.alt("w")
    desk.type("dl")
    desk.press(Key.Key_Escape)
    assert desk.in_line
    assert desk.line == LEAK
    assert desk.call.draft.category is None


def test_what_nothing_is_called_leaves_the_question_open(desk: Receptionist) -> None:
    desk.type(LEAK)
    desk.alt("w")
    desk.type("qqqq")
    desk.press(Key.Key_Return)
    assert desk.page.bar.chips.picker.is_open
    assert desk.call.draft.category is None


def test_enter_does_not_choose_while_an_input_method_composes(desk: Receptionist) -> None:
    desk.type(LEAK)
    desk.alt("w")
    desk.hold("lou'shui")
    assert desk.page.bar.chips.picker.list.currentIndex().data() == "漏水渗水"
    desk.press(Key.Key_Return)
    assert desk.page.bar.chips.picker.is_open


# --- who ----------------------------------------------------------------------------------------
def test_one_of_the_household_by_a_key(desk: Receptionist) -> None:
    desk.type("厨房漏水 3-2-1602")
    assert desk.chip("caller") == "谁来电？"
    desk.alt("x")
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    assert desk.chip("caller") == "王小明"
    assert desk.chip("room") == "3-2-1602"


def test_somebody_else_by_name(desk: Receptionist) -> None:
    desk.type("厨房漏水 3-2-1602")
    choose(desk, "x", "zsf")
    assert desk.chip("caller") == "张淑芬"
    assert desk.line == "厨房漏水 3-2-1602"


def test_who_was_read_can_be_taken_back(desk: Receptionist) -> None:
    desk.type("王小明说厨房漏水")
    assert desk.chip("caller") == "王小明"
    desk.alt("x")
    desk.press(Key.Key_Up)
    desk.press(Key.Key_Return)
    assert desk.chip("caller") == "谁来电？"
    desk.press(Key.Key_Return, CTRL)
    assert desk.tickets[0].resident_id is None


def test_the_channel_is_one_key(desk: Receptionist) -> None:
    desk.type(LEAK)
    desk.alt("c")
    assert desk.page.bar.channel.text() == "到访"
    desk.press(Key.Key_Return, CTRL)
    assert desk.tickets[0].channel == Channel.COUNTER
    assert desk.calls[0].channel == Channel.COUNTER
    assert desk.page.bar.channel.text() == "电话"


# --- adding and correcting people ---------------------------------------------------------------
def test_an_unknown_caller_is_added_without_leaving_the_line(desk: Receptionist) -> None:
    desk.type("厨房漏水 3-2-1501")
    desk.alt("n")
    sheet = desk.page.call_side.person
    assert sheet.room.text() == "3-2-1501"
    desk.type("陈新")
    sheet.phones.setFocus()
    desk.type("136 1234 9999")
    desk.press(Key.Key_Return)
    assert sheet.form.row("phones").complaint
    sheet.phones.selectAll()
    desk.type("13612349999")
    desk.press(Key.Key_Return)
    assert not sheet.is_open
    assert desk.in_line
    assert desk.line == "厨房漏水 3-2-1501"
    assert desk.chip("caller") == "陈新"
    stored = Resident.get(Resident.name == "陈新")
    assert residents.read(stored.id).form.homes[0][0] == desk.garden.rooms["3-2-1501"]
    desk.press(Key.Key_Return, CTRL)
    assert desk.tickets[0].caller_phone == "13612349999"


def test_a_number_nobody_has_becomes_the_caller_s(desk: Receptionist) -> None:
    desk.type("13612349999")
    desk.alt("n")
    sheet = desk.page.call_side.person
    assert sheet.phones.text() == "13612349999"
    desk.type("陈新")
    desk.press(Key.Key_Return)
    assert desk.line == ""
    assert desk.chip("caller") == "陈新"


def test_a_name_nobody_has_is_not_typed_twice(desk: Receptionist) -> None:
    desk.type("欧阳雪")
    desk.alt("n")
    assert desk.page.call_side.person.name.text() == "欧阳雪"


def test_a_room_that_does_not_exist_is_complained_of(desk: Receptionist) -> None:
    desk.type("13612349999")
    desk.alt("n")
    sheet = desk.page.call_side.person
    desk.type("陈新")
    sheet.room.setText("9-9-9999")
    desk.press(Key.Key_Return)
    assert sheet.is_open
    assert sheet.form.row("room").complaint
    assert Resident.get_or_none(Resident.name == "陈新") is None


def test_a_phone_and_a_note_are_corrected_in_the_middle_of_a_call(desk: Receptionist) -> None:
    desk.type(LEAK)
    desk.alt("p")
    sheet = desk.page.call_side.person
    assert sheet.name.text() == "张淑芬"
    assert sheet.phones.hasFocus()
    sheet.phones.selectAll()
    desk.type("13500008888")
    sheet.note.setFocus()
    desk.give("，听力不好")
    desk.press(Key.Key_Return, CTRL)
    assert not sheet.is_open
    assert desk.in_line
    assert desk.line == LEAK
    assert desk.call.card is not None
    assert desk.call.card.members[0].phones == ("13500008888",)
    assert "听力不好" in desk.call.card.members[0].note


def test_the_number_is_shown_and_copied_by_one_key(qapp, desk: Receptionist) -> None:
    desk.type("zsf")
    desk.alt("d")
    assert qapp.clipboard().text() == "13800005678"
    shown = [
        label.text() for label in desk.page.call_side.card.findChildren(QWidget) if _text(label)
    ]
    assert "13800005678" in shown
    desk.press(Key.Key_Down)
    shown = [
        label.text() for label in desk.page.call_side.card.findChildren(QWidget) if _text(label)
    ]
    assert "13800002330" not in shown


def _text(widget: QWidget) -> bool:
    return hasattr(widget, "text") and not widget.isHidden()


# --- more for the ticket ------------------------------------------------------------------------
def test_an_appointment_by_a_key(desk: Receptionist) -> None:
    desk.type(LEAK)
    desk.alt("a")
    desk.type("明天 9:00-11:00")
    desk.press(Key.Key_Return)
    assert desk.in_line
    assert desk.chip("appointment") == "明天 09:00–11:00"
    desk.press(Key.Key_Return, CTRL)
    ticket = desk.tickets[0]
    assert ticket.appointment_from == datetime(2026, 3, 5, 1, 0, tzinfo=UTC)
    assert ticket.appointment_until == datetime(2026, 3, 5, 3, 0, tzinfo=UTC)


@pytest.mark.parametrize("typed", ["随便", "昨天 9:00", "明天"])
def test_an_appointment_that_is_none_is_complained_of_and_kept(
    desk: Receptionist, typed: str
) -> None:
    desk.type(LEAK)
    desk.alt("a")
    desk.type(typed)
    desk.press(Key.Key_Return)
    details = desk.page.details
    assert details.is_open
    assert details.form.row("appointment").complaint
    assert details.fields["appointment"].text() == typed


def test_the_spot_and_the_door_are_on_the_ticket(desk: Receptionist) -> None:
    desk.type(LEAK)
    desk.alt("m")
    desk.type("水槽下")
    desk.press(Key.Key_Tab)
    desk.type("有狗")
    desk.press(Key.Key_Tab)
    desk.type("王姐")
    desk.press(Key.Key_Tab)
    desk.type("13611112222")
    desk.press(Key.Key_Return)
    assert desk.chip("details") == "水槽下"
    assert desk.chip("caller") == "王姐"
    desk.press(Key.Key_Return, CTRL)
    ticket = desk.tickets[0]
    assert (ticket.spot, ticket.door_note) == ("水槽下", "有狗")
    assert (ticket.caller_name, ticket.caller_phone) == ("王姐", "13611112222")


def test_escape_takes_back_what_was_written_there(desk: Receptionist) -> None:
    desk.type(LEAK)
    desk.alt("m")
    desk.type("水槽下")
    assert desk.call.draft.spot == "水槽下"
    desk.press(Key.Key_Escape)
    assert desk.call.draft.spot == ""
    assert desk.chip("details") == "补充"


def test_every_field_has_a_name(desk: Receptionist) -> None:
    desk.type(LEAK)
    desk.alt("m")
    desk.press(Key.Key_Escape)
    desk.alt("n")
    desk.press(Key.Key_Escape)
    desk.alt("q")
    desk.press(Key.Key_Escape)
    window = desk.desk.window
    fields = [
        *window.findChildren(LineEdit),
        *(one for sheet in window.findChildren(Overlay) for one in sheet._fields()),
        *desk.page.bar.chips.chips.values(),
    ]
    names = [
        QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name) for one in fields
    ]
    assert "" not in names
