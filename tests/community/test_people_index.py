from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desk.codes import Relation
from desk.community.found import PersonRow
from desk.community.people_index import NAME, PHONES, PeopleIndex

people = st.builds(
    PersonRow,
    st.integers(1, 60),
    st.sampled_from(["张伟", "张淑芬", "王伟", "欧阳修"]),
    st.just("zhangwei"),
    st.just("zw"),
    st.lists(st.from_regex(r"1[38][0-9]{9}", fullmatch=True), max_size=2).map(tuple),
    st.lists(st.tuples(st.integers(1, 9), st.sampled_from(Relation)), max_size=2).map(tuple),
)


@given(st.lists(st.tuples(st.booleans(), people), max_size=40))
def test_it_holds_what_a_plain_dictionary_would(steps):
    index, plain = PeopleIndex(), {}
    for at, (stays, person) in enumerate(steps):
        if stays:
            index.put(person)
            plain[person.id] = person
        else:
            index.remove(person.id)
            plain.pop(person.id, None)
        if at % 3 == 0:
            assert len(index) == len(plain)
    wanted = sorted(one for one in plain.values() if one.name.startswith("张"))
    assert index.find(NAME, "\n张", 100) == wanted
    for person in plain.values():
        assert person in index.find(NAME, f"\n{person.name}\n", 100)
        for phone in person.phones:
            assert person in index.find(PHONES, phone[-4:], 100)
        for home, _ in person.rooms:
            assert person in index.in_room(home)


def test_thousands_are_held_in_pages_and_all_are_found():
    index = PeopleIndex()
    rows = [PersonRow(n, f"张{n}", f"zhang{n}", "z", (), ()) for n in range(1, 5001)]
    for row in reversed(rows):
        index.put(row)
    assert len(index) == 5000
    assert index.find(NAME, "\n张4321\n", 5) == [rows[4320]]
    assert index.find(NAME, "\n张", 6000) == rows


def test_a_line_feed_in_a_name_does_no_harm():
    index = PeopleIndex()
    index.put(PersonRow(1, "张\n伟", "zhangwei", "zw", (), ()))
    index.put(PersonRow(2, "王伟", "wangwei", "ww", (), ()))
    assert [row.id for row in index.find(NAME, "\n王", 5)] == [2]
