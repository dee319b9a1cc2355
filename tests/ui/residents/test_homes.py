from __future__ import annotations

from desk.codes import Relation
from desk.ui.fields.homes import HomesField
from tests.ui.residents.conftest import Town


def test_an_empty_line_waits_at_the_end(qtbot, town: Town):
    field = HomesField(town.place.session)
    qtbot.addWidget(field)
    room = town.rooms["3-2-1502"]
    field.set_homes(((room, Relation.TENANT),), {room: "3-2-1502"})
    assert [line.room.line.text() for line in field.lines] == ["3-2-1502", ""]
    assert field.homes() == ((room, Relation.TENANT),)
    field.lines[1].room.line.setText("3-1-101")
    assert field.homes() == (
        (room, Relation.TENANT),
        (town.rooms["3-1-101"], Relation.OWNER),
    )
    assert len(field.lines) == 3
    field.lines[0].remove.click()
    assert field.homes() == ((town.rooms["3-1-101"], Relation.OWNER),)


def test_what_is_no_room_is_said_and_never_stored(qtbot, town: Town):
    field = HomesField(town.place.session)
    qtbot.addWidget(field)
    field.lines[0].room.line.setText("99-9-999")
    assert field.unknown
    assert field.homes() == ()
    assert field.lines[0].room.under.text() == "没有这间房"
    field.lines[0].room.line.setText("10栋1单元201")
    assert not field.unknown
    assert field.lines[0].room.under.text() == "房号 10-1-201"


def test_the_same_room_counts_once(qtbot, town: Town):
    field = HomesField(town.place.session)
    qtbot.addWidget(field)
    field.lines[0].room.line.setText("3-1-101")
    field.lines[1].room.line.setText("3-1-101")
    field.lines[1].relation.set_value(Relation.TENANT)
    assert field.homes() == ((town.rooms["3-1-101"], Relation.TENANT),)
