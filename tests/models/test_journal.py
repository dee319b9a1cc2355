"""The chain of the journal: it verifies, it tells when it was changed, words can be erased."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.codes import Topic, Urgency
from desk.models import journal
from desk.models.database import Store
from desk.models.journal import Actor
from desk.models.tables import JournalEntry, JournalHead, JournalText
from tests.conftest import MORNING

LI = Actor(7, "前台一")


def write(store: Store, *subjects: int, topic: Topic = Topic.TICKETS) -> list[int]:
    """Write a step with words for each subject, one transaction each."""
    entries = []
    for subject in subjects:
        with store.write(LI, MORNING) as writing:
            entries.append(
                writing.log(
                    topic,
                    subject,
                    "ticket.received",
                    detail={"urgency": Urgency.URGENT, "crew": None, "n": [1, 2]},
                    text={"caller": "张淑芬", "words": "厨房漏水\u3000一直滴 𠅤"},
                )
            )
    return entries


def test_an_empty_journal_is_whole(store):
    assert journal.first_broken_link() is None


def test_what_was_written_verifies_and_reads_back(store):
    entries = write(store, 1, 2, 1)
    assert journal.first_broken_link() is None
    steps = journal.history(Topic.TICKETS, 1)
    assert [step.id for step in steps] == [entries[0], entries[2]]
    step = steps[0]
    assert step.action == "ticket.received"
    assert (step.staff, step.desk) == (7, "前台一")
    assert (step.occurred_at, step.entered_at) == (MORNING, MORNING)
    assert step.detail == {"urgency": "urgent", "crew": None, "n": [1, 2]}
    assert step.text == {"caller": "张淑芬", "words": "厨房漏水\u3000一直滴 𠅤"}


def test_the_history_is_in_the_order_in_which_things_happened(store):
    with store.write(LI, MORNING) as writing:
        late = writing.log(Topic.TICKETS, 1, "ticket.received")
        early = writing.log(
            Topic.TICKETS, 1, "ticket.arrived", occurred_at=MORNING - timedelta(hours=1)
        )
    steps = journal.history(Topic.TICKETS, 1)
    assert [step.id for step in steps] == [early, late]
    assert steps[0].entered_at == MORNING
    assert steps[0].text is None


def test_subjects_of_another_kind_keep_their_own_history(store):
    write(store, 5)
    write(store, 5, topic=Topic.RESIDENTS)
    assert len(journal.history(Topic.TICKETS, 5)) == 1
    assert journal.history(Topic.CALLS, 5) == []


TAMPERED = {
    "topic": "call",
    "subject": 99,
    "action": "ticket.cancelled",
    "occurred_at": datetime(2026, 1, 1, tzinfo=UTC),
    "entered_at": datetime(2026, 1, 1, tzinfo=UTC),
    "staff": 8,
    "desk": "前台二",
    "detail": {"urgency": "critical"},
    "text_digest": "0" * 64,
    "digest": "0" * 64,
}


def test_every_column_of_an_entry_is_tried():
    assert set(TAMPERED) == set(JournalEntry._meta.fields) - {"id"}


@pytest.mark.parametrize("column", TAMPERED)
def test_a_changed_entry_breaks_the_chain_where_it_stands(store, column):
    entries = write(store, 1, 2, 3)
    changed = JournalEntry.update(**{column: TAMPERED[column]})
    changed.where(JournalEntry.id == entries[1]).execute()
    assert journal.first_broken_link() == entries[1]


@pytest.mark.parametrize("column", ["occurred_at", "entered_at"])
def test_a_moment_that_is_none_breaks_the_chain_and_nothing_else(store, column):
    entries = write(store, 1, 2)
    store.database.execute_sql(f"UPDATE journal_entry SET {column} = {10**18}")
    assert journal.first_broken_link() == entries[0]


@pytest.mark.parametrize("change", [{"salt": "x"}, {"text": {"caller": "李四"}}])
def test_changed_words_break_the_chain(store, change):
    entries = write(store, 1, 2, 3)
    JournalText.update(**change).where(JournalText.entry == entries[1]).execute()
    assert journal.first_broken_link() == entries[1]


def test_words_that_were_put_beside_an_entry_without_any_break_the_chain(store):
    with store.write(LI, MORNING) as writing:
        entry = writing.log(Topic.TICKETS, 1, "ticket.accepted")
    JournalText.insert(entry=entry, salt="s", text={"reason": "made up"}).execute()
    assert journal.first_broken_link() == entry


def test_an_entry_that_was_taken_out_breaks_the_chain(store):
    entries = write(store, 1, 2, 3)
    JournalEntry.delete().where(JournalEntry.id == entries[1]).execute()
    assert journal.first_broken_link() == entries[2]


def test_the_last_entry_cannot_be_taken_out_unseen(store):
    entries = write(store, 1, 2, 3)
    JournalEntry.delete().where(JournalEntry.id == entries[2]).execute()
    assert journal.first_broken_link() == entries[1]


def test_a_journal_cannot_be_emptied_unseen(store):
    write(store, 1)
    JournalEntry.delete().execute()
    assert journal.first_broken_link() == 0


def test_a_changed_head_breaks_the_chain(store):
    entries = write(store, 1, 2)
    JournalHead.update(digest="0" * 64).execute()
    assert journal.first_broken_link() == entries[1]


def test_erased_words_leave_the_chain_whole(store):
    entries = write(store, 1, 2, 1)
    assert journal.erase_texts(Topic.TICKETS, 1) == 2
    assert journal.first_broken_link() is None
    assert [step.text for step in journal.history(Topic.TICKETS, 1)] == [None, None]
    assert journal.history(Topic.TICKETS, 2)[0].text is not None
    assert JournalText.select().count() == 1
    assert [step.id for step in journal.history(Topic.TICKETS, 1)] == [entries[0], entries[2]]


def test_words_that_were_written_twice_cannot_be_guessed_from_their_digest(store):
    write(store, 1, 1)
    digests = {row.text_digest for row in JournalEntry.select()}
    assert len(digests) == 2


def test_a_long_journal_is_read_in_parts(store, monkeypatch):
    monkeypatch.setattr(journal, "_BATCH", 3)
    entries = write(store, *range(10))
    assert journal.first_broken_link() is None
    JournalEntry.update(subject=77).where(JournalEntry.id == entries[8]).execute()
    assert journal.first_broken_link() == entries[8]


def test_a_number_that_is_no_whole_one_is_refused_and_nothing_is_written(store):
    with pytest.raises(TypeError, match="whole numbers"), store.write(LI, MORNING) as writing:
        writing.log(Topic.TICKETS, 1, "ticket.finished", detail={"score": 4.5})
    assert JournalEntry.select().count() == 0
    assert journal.first_broken_link() is None


# Without NUL, which PostgreSQL cannot store, and without halves of a character.
TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
DOCUMENTS = st.dictionaries(
    TEXT | st.integers(0, 30),
    st.recursive(
        st.none() | st.booleans() | st.integers(-(2**70), 2**70) | TEXT | st.sampled_from(Topic),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
        max_leaves=6,
    ),
    max_size=4,
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(detail=DOCUMENTS, text=DOCUMENTS, microsecond=st.integers(0, 999_999))
def test_whatever_is_written_verifies(store, detail, text, microsecond):
    now = MORNING.replace(microsecond=microsecond)
    with store.write(LI, now) as writing:
        writing.log(Topic.TICKETS, 1, "ticket.commented", detail=detail, text=text)
    assert journal.first_broken_link() is None


def test_desks_that_append_at_once_keep_one_chain(store):
    """Each thread has a connection of its own, as each desk has."""
    start, failed = threading.Barrier(4), []

    def desk(number: int) -> None:
        try:
            start.wait()
            for _ in range(15):
                with store.write(Actor(number, f"desk {number}"), MORNING) as writing:
                    writing.log(Topic.TICKETS, number, "ticket.commented", text={"words": "x"})
        except Exception as error:
            failed.append(error)
        finally:
            store.release()

    threads = [threading.Thread(target=desk, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert JournalEntry.select().count() == 60
    assert journal.first_broken_link() is None


def test_the_chain_is_verified_while_others_write(store):
    """What is committed between two reads of the verifier is not taken for damage."""
    done = threading.Event()

    def desk() -> None:
        try:
            while not done.is_set():
                write(store, 1)
        finally:
            store.release()

    thread = threading.Thread(target=desk)
    thread.start()
    try:
        found = {journal.first_broken_link() for _ in range(20)}
    finally:
        done.set()
        thread.join()
    assert found == {None}
