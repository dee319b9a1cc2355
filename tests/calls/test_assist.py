"""What the words in the line lead to, as a receptionist would expect it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from desk.answers import library
from desk.answers.library import ArticleForm
from desk.calls import assist
from desk.calls.assist import NOBODY, Sight
from desk.calls.drafts import Draft
from desk.calls.memory import Memory
from desk.centre import categories
from desk.centre.categories import CategoryRow
from desk.centre.profile import Centre
from desk.codes import Family, Kind, Role, Urgency
from desk.community import residents
from desk.models.database import Store
from desk.models.journal import Actor
from desk.models.tables import Staff
from tests.garden import Garden, plant

NOW = datetime(2026, 3, 4, 1, 0, tzinfo=UTC)
TODAY = date(2026, 3, 4)


class Reader:
    """Looks at texts as the call box does."""

    def __init__(self, garden: Garden) -> None:
        self.garden = garden
        self.centre = Centre.read()
        self.memory = Memory(garden.store, garden.community)
        self.memory.load(TODAY)

    def draft(self, text: str, **chosen: object) -> Draft:
        return replace(Draft.new(NOW), text=text, **chosen)  # type: ignore[arg-type]

    def look(self, text: str, **chosen: object) -> Sight:
        return assist.look(self.memory, self.centre, self.draft(text, **chosen))

    def category(self, scope: str, name: str) -> CategoryRow:
        names = (scope, name)
        return next(
            row for row in self.centre.categories if (row.form.scope, row.form.name) == names
        )


@pytest.fixture
def reader(sqlite_store: Store) -> Reader:
    return Reader(plant(sqlite_store, NOW))


def who(sight: Sight) -> list[str]:
    return [one.name or one.room_label for one in sight.found]


def test_an_empty_line_leads_nowhere(reader: Reader) -> None:
    sight = reader.look("  ")
    assert sight.found == sight.answers == sight.tickets == sight.rooms == ()
    assert not sight.lookup
    assert sight.category is None


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("3-2-1502", "张淑芬"),
        ("张淑芬", "张淑芬"),
        ("zsf", "张淑芬"),
        ("zhangshufen", "张淑芬"),
        ("5678", "张淑芬"),
        ("13800005678", "张淑芬"),
        ("S12", "S12"),
    ],
)
def test_a_lookup_finds_them_and_makes_no_ticket_of_it(
    reader: Reader, text: str, first: str
) -> None:
    sight = reader.look(text)
    assert sight.lookup
    assert first in who(sight)[:2]


def test_a_sentence_is_no_lookup_even_where_it_names_somebody(reader: Reader) -> None:
    assert not reader.look("张淑芬家漏水").lookup
    assert not reader.look("厨房漏水 3-2-1502").lookup


def test_one_number_of_several_people_asks_who(reader: Reader) -> None:
    sight = reader.look("13912340000")
    assert who(sight) == ["王建国", "王小明"]
    assert sight.asks
    assert sight.caller is None
    assert not reader.look("5678").asks


def test_a_number_of_a_door_asks_which_room(reader: Reader) -> None:
    sight = reader.look("1502")
    assert sight.asks
    assert {one.room_label for one in sight.found} == {"3-2-1502", "5-1-1502"}


def test_a_sentence_names_its_caller(reader: Reader) -> None:
    by_phone = reader.look("13800005678 厨房漏水")
    assert by_phone.caller is not None
    assert by_phone.caller.name == "张淑芬"
    assert by_phone.becomes.place == "3-2-1502"
    by_name = reader.look("张淑芬说厨房漏水")
    assert by_name.caller is not None
    assert by_name.becomes.room == reader.garden.rooms["3-2-1502"]
    titled = reader.look("3-2-1602 小明家漏水")
    assert titled.caller is None


def test_a_room_alone_names_nobody(reader: Reader) -> None:
    sight = reader.look("厨房漏水 3-2-1502")
    assert sight.caller is None
    assert sight.room is not None
    assert sight.room.label == "3-2-1502"


def test_who_was_taken_back_is_not_read_again(reader: Reader) -> None:
    assert reader.look("张淑芬说厨房漏水", extra={NOBODY: True}).caller is None


def test_a_number_of_several_people_in_a_sentence_is_kept_as_the_number(reader: Reader) -> None:
    draft = reader.draft("13912340000 门禁坏了")
    sight = assist.look(reader.memory, reader.centre, draft)
    stored = assist.settled(draft, sight)
    assert stored.resident is None
    assert stored.caller_phone == "13912340000"


def test_what_the_words_say_of_the_caller_gets_into_the_ticket(reader: Reader) -> None:
    draft = reader.draft("张淑芬说厨房漏水")
    stored = assist.settled(draft, assist.look(reader.memory, reader.centre, draft))
    assert stored.resident == reader.garden.people["张淑芬"]
    assert (stored.caller_name, stored.caller_phone) == ("张淑芬", "13800005678")
    assert draft.resident is None


def test_what_was_typed_of_the_caller_stays(reader: Reader) -> None:
    draft = reader.draft("张淑芬说厨房漏水", caller_name="邻居", caller_phone="13611112222")
    stored = assist.settled(draft, assist.look(reader.memory, reader.centre, draft))
    assert (stored.caller_name, stored.caller_phone) == ("邻居", "13611112222")


# --- where it is --------------------------------------------------------------------------------
def test_a_person_of_two_homes_is_asked_which(reader: Reader) -> None:
    chosen = reader.look("漏水了", resident=reader.garden.people["李秀英"])
    assert chosen.room is None
    assert [room.label for room in chosen.rooms] == ["3-1-101", "5-1-1502"]
    said = reader.look("1502漏水了", resident=reader.garden.people["李秀英"])
    assert said.becomes.place == "5-1-1502"


def test_a_door_that_several_houses_have_is_a_question_with_its_words_kept(reader: Reader) -> None:
    sight = reader.look("1502门锁坏了")
    assert sight.becomes.room is None
    assert sight.becomes.place == "1502"
    assert [room.label for room in sight.rooms] == ["3-2-1502", "5-1-1502"]


def test_a_house_alone_is_the_place(reader: Reader) -> None:
    assert reader.look("电梯困人了 5号楼").becomes.place == "5号楼"


def test_the_neighbour_is_not_where_the_caller_lives(reader: Reader) -> None:
    caller = reader.garden.people["张淑芬"]
    assert reader.look("楼上1602漏水到我家", resident=caller).becomes.place == "3-2-1502"


def test_what_was_chosen_goes_before_what_is_said(reader: Reader) -> None:
    garden = reader.garden
    chosen = reader.look("漏水 3-2-1502", room=garden.rooms["4-2-101"])
    assert chosen.becomes.place == "4-2-101"
    public = reader.look("漏水 3-2-1502", place="中心花园水池")
    assert (public.becomes.room, public.becomes.place) == (None, "中心花园水池")
    gone = reader.look("漏水 3-2-1502", room=9999)
    assert gone.becomes.place == "3-2-1502"


# --- what it is ---------------------------------------------------------------------------------
def test_a_category_is_found_by_its_name_before_its_family(reader: Reader) -> None:
    sight = reader.look("厨房漏水一直滴 3-2-1502")
    assert sight.category is not None
    assert (sight.category.form.scope, sight.category.form.name) == ("室内", "漏水渗水")
    assert sight.becomes.kind is Kind.REPAIR


def test_a_category_that_belongs_to_another_family_here_is_still_found(reader: Reader) -> None:
    row = reader.category("室内", "漏水渗水")
    boss = int(
        Staff.insert(name="林主管", initial="LZ", role=Role.SUPERVISOR, pin_hash="-").execute()
    )
    with reader.garden.store.write(Actor(boss), NOW) as write:
        moved = replace(row.form, family=Family.WATER)
        categories.edit(write, row.id, row.version, moved)
    reader.centre = Centre.read()
    sight = reader.look("厨房漏水一直滴 3-2-1502")
    assert sight.category is not None
    assert sight.category.id == row.id


def test_a_kind_chosen_by_hand_brings_a_category_of_that_kind(reader: Reader) -> None:
    sight = reader.look("楼上装修噪音太大", kind=Kind.COMPLAINT)
    assert sight.becomes.kind is Kind.COMPLAINT
    assert sight.category is not None
    assert sight.category.form.kind is Kind.COMPLAINT


def test_a_category_chosen_by_hand_brings_its_kind_and_urgency(reader: Reader) -> None:
    row = next(row for row in reader.centre.categories if row.form.kind is Kind.COMPLAINT)
    sight = reader.look("想说一下", category=row.id)
    assert sight.category == row
    assert sight.becomes.kind is Kind.COMPLAINT
    assert sight.becomes.urgency is row.form.urgency


def test_a_category_that_is_gone_gives_way_to_the_reading(reader: Reader) -> None:
    sight = reader.look("厨房漏水一直滴 3-2-1502", category=9999)
    assert sight.category is not None
    assert sight.category.form.name == "漏水渗水"


def test_somebody_at_risk_is_critical(reader: Reader) -> None:
    assert reader.look("5号楼电梯困人了").becomes.urgency is Urgency.CRITICAL


def test_a_damaged_draft_is_read_as_if_nothing_was_chosen(reader: Reader) -> None:
    sight = reader.look("厨房漏水", kind="nonsense", urgency="nonsense", appointment="whenever")
    assert sight.becomes.kind is Kind.REPAIR
    assert sight.becomes.urgency in Urgency
    assert sight.becomes.appointment is None


def test_an_appointment_is_read_from_the_day_of_the_call(reader: Reader) -> None:
    becomes = reader.look("漏水", appointment="明天 9:00").becomes
    assert becomes.appointment == (
        datetime(2026, 3, 5, 1, 0, tzinfo=UTC),
        datetime(2026, 3, 5, 2, 0, tzinfo=UTC),
    )


# --- answers ------------------------------------------------------------------------------------
def test_three_answers_at_most_the_best_first(reader: Reader) -> None:
    sight = reader.look("厨房漏水一直滴")
    assert sight.answers[0].question == "家里漏水怎么办?"
    assert len(sight.answers) <= assist.ANSWERS


def test_an_answer_that_ran_out_says_so_and_one_to_come_is_not_given(reader: Reader) -> None:
    with reader.garden.store.write(Actor(), NOW) as write:
        later = ArticleForm("泳池几点开?", "六点。", valid_from=date(2026, 6, 1))
        library.add(write, reader.garden.community, later)
    reader.memory.load(TODAY)
    assert "泳池几点开?" not in [one.question for one in reader.look("泳池几点开").answers]
    old = next(one for one in reader.look("春节垃圾几点收").answers if "春节" in one.question)
    assert old.expired


def test_somebody_who_moved_away_is_not_found(reader: Reader) -> None:
    with reader.garden.store.write(Actor(), NOW) as write:
        residents.retire(write, reader.garden.people["张淑芬"], 1)
    reader.memory.follow(TODAY)
    assert "张淑芬" not in who(reader.look("3-2-1502"))
