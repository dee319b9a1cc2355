"""A second call comes in the middle of the first; nothing that was typed is ever lost."""

from __future__ import annotations

from datetime import timedelta

from desk.codes import Channel
from desk.ui.jobs import Lane
from tests.ui.call.conftest import OpenDesk, close
from tests.ui.call.receptionist import CTRL, Key, Receptionist


def test_f2_puts_the_caret_into_the_line_from_anywhere(desk: Receptionist) -> None:
    desk.press(Key.Key_F6)
    assert not desk.in_line
    desk.press(Key.Key_F2)
    assert desk.in_line


def test_f2_from_the_queue_parks_nothing(desk: Receptionist) -> None:
    desk.type("厨房漏水")
    desk.press(Key.Key_Escape)
    assert not desk.in_line
    desk.press(Key.Key_F2)
    assert desk.in_line
    assert desk.line == "厨房漏水"
    assert desk.parked == []


def test_f2_in_the_line_parks_all_of_it_and_f3_brings_all_of_it_back(desk: Receptionist) -> None:
    desk.type("5678")
    desk.press(Key.Key_Return)
    desk.type("厨房漏水")
    desk.alt("c")
    desk.alt("e")
    desk.type("2")
    desk.wait(seconds=30)
    desk.press(Key.Key_F2)
    assert desk.line == ""
    assert desk.in_line
    assert desk.parked == ["张淑芬"]
    assert desk.chip("caller") == ""
    assert desk.card == ""
    desk.type("zsf")
    desk.press(Key.Key_F3)
    assert desk.line == "厨房漏水"
    assert desk.chip("caller") == "张淑芬"
    assert desk.call.draft.channel is Channel.COUNTER
    assert desk.chip("urgency").startswith("紧急")
    assert desk.page.bar.timer.text() == "00:30"
    assert desk.parked == ["zsf"]


def test_f2_in_an_empty_line_parks_nothing(desk: Receptionist) -> None:
    desk.press(Key.Key_F2)
    desk.press(Key.Key_F2)
    assert desk.parked == []
    desk.press(Key.Key_F3)
    assert desk.line == ""


def test_f3_goes_through_several(desk: Receptionist) -> None:
    for text in ("one", "two", "three"):
        desk.type(text)
        desk.press(Key.Key_F2)
    assert desk.parked == ["one", "two", "three"]
    seen = []
    for _ in range(4):
        desk.press(Key.Key_F3)
        seen.append(desk.line)
    assert sorted(seen[:3]) == ["one", "three", "two"]
    assert seen[0] == "three"


def test_a_parked_call_comes_back_by_a_click(qtbot, desk: Receptionist) -> None:
    for text in ("one", "two"):
        desk.type(text)
        desk.press(Key.Key_F2)
    desk.page.bar.parked.chips[0].click()
    assert desk.line == "one"
    assert desk.in_line


def test_many_parked_calls_leave_the_line_its_room(open_desk: OpenDesk) -> None:
    desk = open_desk(width=1024, height=700)
    for at in range(6):
        desk.type(f"a rather long sentence {at}")
        desk.press(Key.Key_F2)
    line = desk.page.bar.line
    assert line.width() > desk.page.bar.width() // 3
    assert len(desk.parked) < 6
    assert desk.page.bar.parked._more.text() == f"+{6 - len(desk.parked)}"


def test_how_long_a_call_lasts_is_counted_from_its_first_key(desk: Receptionist) -> None:
    assert desk.page.bar.timer.text() == ""
    desk.wait(minutes=5)
    desk.type("a")
    assert desk.page.bar.timer.text() == "00:00"
    desk.wait(seconds=42)
    desk.type("b")
    assert desk.page.bar.timer.text() == "00:42"
    desk.press(Key.Key_Backspace)
    desk.press(Key.Key_Backspace)
    assert desk.page.bar.timer.text() == ""
    assert not desk.page.bar._tick.isActive()


def test_a_restart_brings_everything_back(open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.type("one")
    desk.press(Key.Key_F2)
    desk.type("5678")
    desk.press(Key.Key_Return)
    desk.type("厨房漏水")
    desk.alt("m")
    desk.type("水槽下")
    desk.press(Key.Key_Return)
    close(desk.desk)
    again = open_desk()
    assert again.line == "厨房漏水"
    assert again.chip("caller") == "张淑芬"
    assert again.chip("details") == "水槽下"
    assert again.parked == ["one"]


def test_a_call_that_ended_does_not_come_back(open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.type("厨房漏水怎么办")
    desk.press(Key.Key_Return)
    close(desk.desk)
    assert open_desk().line == ""


def test_a_call_whose_end_was_not_stored_comes_back(open_desk: OpenDesk) -> None:
    """The window is closed while the ticket is still on its way; nothing of it was stored."""
    desk = open_desk()
    desk.type("厨房漏水一直滴")
    desk.jobs.hold(Lane.DATABASE)
    desk.press(Key.Key_Return, CTRL)
    close(desk.desk)
    again = open_desk()
    assert again.tickets == []
    assert again.line == "厨房漏水一直滴"


def test_what_is_saved_late_never_overwrites_what_is_newer(open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.jobs.hold(Lane.DRAFTS)
    desk.type("old")
    desk.call.autosave.save()
    desk.type(" and new")
    desk.call.autosave.finish()
    desk.jobs.let_go()
    close(desk.desk)
    assert open_desk().line == "old and new"


def test_typing_is_on_the_disk_within_the_promised_time(qtbot, desk: Receptionist) -> None:
    desk.type("厨房漏水")
    file = desk.desk.session.folder / "drafts" / "1.json"
    qtbot.waitUntil(lambda: file.exists() and "\\u6f0f" in file.read_text(), timeout=300)


def test_a_disk_that_cannot_be_written_is_told_once_and_typing_goes_on(
    desk: Receptionist,
) -> None:
    folder = desk.desk.session.folder / "drafts"
    aside = folder.rename(folder.with_name("aside"))
    desk.type("厨房")
    desk.call.autosave.save()
    assert desk.fault
    desk.desk.window.banner.dismiss()
    desk.type("漏水")
    desk.call.autosave.save()
    assert not desk.fault
    assert desk.line == "厨房漏水"
    aside.rename(folder)
    desk.call.autosave.save()
    assert (folder / "1.json").exists()
    desk.clock.advance(timedelta(seconds=1))
