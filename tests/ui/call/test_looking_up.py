"""Who it may be, from whatever is typed, while it is typed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.answers import library
from desk.codes import State, Topic
from desk.community import residents
from desk.community.residents import PersonForm
from desk.models.journal import Actor
from desk.models.tables import Ticket
from desk.ui.call.results import Sort
from desk.ui.jobs import Lane
from tests.ui.call.conftest import OpenDesk
from tests.ui.call.receptionist import CTRL, Key, Receptionist


@pytest.mark.parametrize(
    "text", ["3-2-1502", "5678", "zsf", "zhangshufen", "张淑芬", "13800005678"]
)
def test_she_is_found_by_everything_known_of_her(desk: Receptionist, text: str) -> None:
    desk.press(Key.Key_F2)
    desk.type(text)
    assert "张淑芬" in desk.titles
    assert desk.card == "3-2-1502"


def test_enter_chooses_a_person_and_frees_the_line(desk: Receptionist) -> None:
    desk.type("5678")
    desk.press(Key.Key_Return)
    assert desk.line == ""
    assert desk.in_line
    assert desk.chip("caller") == "张淑芬"
    assert desk.chip("room") == "3-2-1502"
    assert desk.card == "3-2-1502"
    draft = desk.call.draft
    assert (draft.resident, draft.caller_phone) == (desk.garden.people["张淑芬"], "13800005678")


def test_enter_chooses_a_room(desk: Receptionist) -> None:
    desk.type("S12 ")
    desk.press(Key.Key_Return)
    assert desk.line == ""
    assert desk.chip("room") == "S12"
    assert desk.chip("caller") == ""


def test_a_lookup_makes_no_ticket(desk: Receptionist) -> None:
    desk.type("zsf")
    assert desk.chip("category") == desk.chip("urgency") == desk.chip("kind") == ""
    assert desk.page.call_side.make.isHidden()
    desk.press(Key.Key_Return, CTRL)
    assert desk.tickets == []
    assert desk.line == "zsf"
    assert desk.told


def test_one_number_of_several_people_asks_who(desk: Receptionist) -> None:
    desk.type("13912340000")
    assert desk.titles[:2] == ["王建国", "王小明"]
    assert "2" in desk.rows[0].heading
    assert desk.pointed is None
    assert desk.card == ""
    desk.press(Key.Key_Return)
    assert desk.call.draft.resident is None
    desk.press(Key.Key_Down)
    assert desk.pointed is not None
    assert desk.pointed.title == "王小明"
    desk.press(Key.Key_Return)
    assert desk.chip("caller") == "王小明"
    assert desk.chip("room") == "3-2-1602"


def test_a_door_that_two_houses_have_asks_which(desk: Receptionist) -> None:
    desk.type("1502")
    assert desk.pointed is None
    assert desk.rows[0].heading
    assert desk.titles[:2] == ["3-2-1502", "5-1-1502"]
    desk.press(Key.Key_Up)
    assert desk.pointed is not None
    assert desk.pointed is desk.rows[-1]


def test_the_card_follows_what_is_pointed_at(desk: Receptionist) -> None:
    desk.type("zsf")
    assert desk.card == "3-2-1502"
    desk.press(Key.Key_Down)
    assert desk.card == "4-2-101"
    desk.press(Key.Key_Up)
    assert desk.card == "3-2-1502"


def test_the_arrows_go_round(desk: Receptionist) -> None:
    desk.type("zsf")
    count = len(desk.rows)
    for _ in range(count):
        desk.press(Key.Key_Down)
    assert desk.pointed is desk.rows[0]
    desk.press(Key.Key_Up)
    assert desk.pointed is desk.rows[-1]


def test_the_next_words_begin_at_the_first_row(desk: Receptionist) -> None:
    desk.type("3-2-1502")
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    desk.type("漏水")
    assert desk.titles[0] == "家里漏水怎么办?"
    desk.type("到楼下谁负责")
    assert desk.titles[0] == "漏水到楼下谁负责?"
    assert desk.pointed == desk.rows[0]


def test_what_was_typed_is_marked(desk: Receptionist) -> None:
    desk.type("5678")
    row = desk.rows[0]
    start, end = row.marked_detail[0]
    assert row.detail[start:end] == "5678"
    desk.press(Key.Key_F2)
    desk.type("zs")
    assert desk.rows[0].marked == ((0, 2),)
    desk.press(Key.Key_F2)
    desk.type("3-2-1501")
    assert desk.rows[0].marked == ((0, 8),)


def test_telephones_are_masked(desk: Receptionist) -> None:
    desk.type("张淑芬")
    assert all("13800005678" not in row.said for row in desk.rows)


def test_a_person_of_two_homes_is_asked_which(desk: Receptionist) -> None:
    desk.type("lxy")
    desk.press(Key.Key_Return)
    assert desk.chip("caller") == "李秀英"
    assert desk.call.draft.room is None
    desk.alt("q")
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    assert desk.chip("room") == "5-1-1502"


def test_a_number_of_several_people_in_a_sentence_is_a_question_too(desk: Receptionist) -> None:
    desk.type("13912340000 门禁坏了")
    assert desk.chip("caller") == "139****0000"
    assert desk.call.draft.resident is None
    desk.alt("x")
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    assert desk.chip("caller") == "王小明"


def test_an_article_that_ran_out_overnight_says_so_with_the_next_call(desk: Receptionist) -> None:
    article = library.read(desk.garden.articles["物业费怎么交?"])
    with desk.garden.store.write(Actor(), desk.clock.now()) as write:
        form = replace(article.form, valid_until=desk.desk.session.today())
        library.edit(write, article.id, article.version, form)
    desk.desk.session.memory.follow(desk.desk.session.today())
    desk.wait(days=1)
    desk.type("物业费怎么交")
    row = next(row for row in desk.rows if row.id == article.id)
    assert row.stale


def test_nobody_found_offers_to_add_them(desk: Receptionist) -> None:
    desk.type("13612349999")
    assert desk.rows == []
    assert not desk.page.call_side._empty.action.isHidden()


def test_what_is_typed_before_the_roster_is_loaded_is_found_once_it_is(
    open_desk: OpenDesk,
) -> None:
    desk = open_desk(holding=Lane.DATABASE)
    desk.type("zsf")
    assert desk.rows == []
    session = desk.desk.session
    assert not session.memory.loaded
    desk.jobs.let_go()
    assert session.memory.loaded
    assert desk.titles[:2] == ["张淑芬", "邹淑芬"]


def test_somebody_added_at_another_desk_is_found_in_the_middle_of_a_word(
    qtbot, desk: Receptionist
) -> None:
    desk.type("oyx")
    assert desk.rows == [] or desk.rows[0].sort is Sort.ANSWER
    with desk.garden.store.write(Actor(None, "desk-2"), desk.clock.now()) as write:
        residents.add(write, desk.garden.community, PersonForm("欧阳雪", ("13612349999",)))
    desk.desk.session.hear(frozenset({Topic.RESIDENTS}))
    qtbot.waitUntil(lambda: "欧阳雪" in desk.titles)


def test_an_old_ticket_is_found_by_the_words_in_it(desk: Receptionist) -> None:
    desk.type("3-2-1502 马桶盖松动")
    desk.press(Key.Key_Return, CTRL)
    Ticket.update(state=State.CLOSED, is_open=False, source_number="A-001").execute()
    desk.press(Key.Key_F2)
    desk.type("盖松动")
    found = desk.rows[-1]
    assert (found.sort, found.detail) == (Sort.TICKET, "3-2-1502 马桶盖松动")
    assert desk.pointed is not found, "Enter means nothing that only holds the same words"
    desk.press(Key.Key_Escape)


def test_an_old_ticket_is_found_by_its_number_elsewhere(desk: Receptionist) -> None:
    desk.type("3-2-1502 马桶盖松动")
    desk.press(Key.Key_Return, CTRL)
    Ticket.update(state=State.CLOSED, is_open=False, source_number="A-001").execute()
    desk.press(Key.Key_F2)
    desk.type("A-001")
    assert "3-2-1502 马桶盖松动" in [row.detail for row in desk.rows if row.sort is Sort.TICKET]
