from __future__ import annotations

from datetime import date, timedelta

import pytest

from desk.codes import Due, Family, HoldReason, Kind, State, Topic, Urgency
from desk.models import journal
from desk.models.tables import Hold
from desk.refusals import Refusal
from desk.tickets import (
    actions,
    chasing,
    dispatching,
    ending,
    find,
    finishing,
    holding,
    noting,
    slips,
    undoing,
    visiting,
)
from desk.tickets.noting import Edit
from desk.tickets.seen import After, Seen
from tests.tickets.office import Office, refused


def did(office: Office, on: After) -> list[str]:
    return [step.action for step in journal.history(Topic.TICKETS, on.ticket_id)]


def test_a_ticket_goes_all_the_way(office: Office):
    made = office.new()
    office.later(minutes=5)
    accepted = office.step(dispatching.accept, made, technician=office.plumber)
    assert (accepted.state, accepted.version) == (State.ACCEPTED, 2)
    ticket = office.ticket(made)
    assert (ticket.due_clock, ticket.due_at) == (Due.ARRIVE, ticket.arrive_by)
    office.later(minutes=10)
    arrived = office.step(dispatching.arrive, accepted)
    assert office.ticket(made).due_clock == Due.FINISH
    office.later(minutes=30)
    done = office.step(finishing.finish, arrived, "换了角阀")
    assert done.state is State.TO_VISIT  # a leak is always asked about
    ticket = office.ticket(made)
    assert ticket.result == "换了角阀"
    assert ticket.due_clock == Due.VISIT
    assert ticket.due_at == office.at("18:00") + timedelta(days=2)
    office.later(days=1)
    closed = office.step(visiting.visit, done, reached=True, solved=True, score=5)
    assert closed.state is State.CLOSED
    ticket = office.ticket(made)
    assert (ticket.is_open, ticket.due_at, ticket.due_clock) == (False, None, Due.NONE)
    assert did(office, closed) == [
        actions.RECEIVED,
        actions.ACCEPTED,
        actions.ARRIVED,
        actions.FINISHED,
        actions.VISIT_PLANNED,
        actions.VISITED,
    ]


def test_a_slip_that_comes_back_done_passes_every_step_with_its_times(office: Office):
    made = office.new()
    office.step(slips.print_slip, made)
    office.later(hours=4)
    after = office.step(
        slips.return_slip,
        made,
        result="已修好",
        accepted_at=office.at("09:10"),
        arrived_at=office.at("09:40"),
        finished_at=office.at("10:20"),
        technician=office.plumber,
        satisfied=True,
    )
    ticket = office.ticket(after)
    assert ticket.accepted_at == office.at("09:10")
    assert ticket.arrived_at == office.at("09:40")
    assert ticket.finished_at == office.at("10:20")
    assert ticket.slip_returned_at == office.now
    assert ticket.slip_prints == 1
    # In the order in which it happened: the work was done before the paper came back.
    assert did(office, after) == [
        actions.RECEIVED,
        actions.SLIP_PRINTED,
        actions.FINISHED,
        actions.SLIP_RETURNED,
        actions.VISIT_PLANNED,
    ]


def test_a_skipped_step_is_passed_with_the_next_known_time(office: Office):
    made = office.new()
    office.later(hours=1)
    office.step(finishing.finish, made, "好了", arrived_at=office.at("09:20"))
    ticket = office.ticket(made)
    assert ticket.accepted_at == ticket.arrived_at == office.at("09:20")


def test_times_on_paper_can_be_earlier_but_not_impossible(office: Office):
    made = office.new()
    office.later(hours=1)
    with refused("ticket.time_ahead"):
        office.step(dispatching.accept, made, occurred_at=office.now + timedelta(minutes=1))
    with refused("ticket.time_before"):
        office.step(dispatching.accept, made, occurred_at=office.at("08:50"))
    with refused("ticket.time_order"):
        office.step(
            finishing.finish,
            made,
            "",
            arrived_at=office.at("09:50"),
            occurred_at=office.at("09:40"),
        )
    accepted = office.step(dispatching.accept, made, occurred_at=office.at("09:10"))
    assert office.ticket(accepted).accepted_at == office.at("09:10")
    (_, step) = journal.history(Topic.TICKETS, made.ticket_id)
    assert (step.occurred_at, step.entered_at) == (office.at("09:10"), office.now)


def test_paper_knows_no_seconds(office: Office):
    office.later(seconds=40)
    made = office.new()
    office.later(minutes=5)
    office.step(dispatching.accept, made, occurred_at=office.at("09:00"))
    assert office.ticket(made).accepted_at == office.ticket(made).received_at


def test_what_somebody_else_changed_is_refused_and_nothing_is_stored(office: Office):
    made = office.new()
    office.step(dispatching.accept, made)
    with refused("ticket.stale"):
        office.step(ending.cancel, made, "不用了")
    assert office.ticket(made).state == State.ACCEPTED


def test_a_step_the_state_does_not_know_is_refused_with_the_state(office: Office):
    made = office.new()
    with pytest.raises(Refusal) as caught:
        office.step(holding.resume, made)
    assert caught.value.code == "ticket.step_not_allowed"
    assert caught.value.fields["state"] is State.DISPATCHED
    with refused("ticket.unknown"):
        office.step(dispatching.accept, Seen(999, 1))


def test_hold_stops_the_finish_clock_and_nothing_else(office: Office):
    made = office.new()
    arrived = office.step(dispatching.arrive, made)
    finish_by = office.ticket(made).finish_by
    office.later(hours=1)
    held = office.step(holding.hold, arrived, HoldReason.PARTS, date(2026, 3, 6), note="等角阀")
    ticket = office.ticket(made)
    assert (held.state, ticket.state_before) == (State.HOLD, State.ARRIVED)
    assert (ticket.due_clock, ticket.due_at) == (
        Due.LOOK_AGAIN,
        office.at("18:00") + timedelta(days=2),
    )
    assert ticket.finish_by is None
    office.later(hours=1)
    resumed = office.step(holding.resume, held)
    ticket = office.ticket(made)
    assert resumed.state is State.ARRIVED
    assert ticket.finish_by == finish_by + timedelta(hours=1)
    assert (ticket.hold_reason, ticket.hold_until, ticket.state_before) == (None, None, None)


def test_a_hold_is_looked_at_on_a_later_day(office: Office):
    arrived = office.step(dispatching.arrive, office.new())
    with refused("ticket.look_again_past"):
        office.step(holding.hold, arrived, HoldReason.AWAY, date(2026, 3, 4))


def test_done_while_on_hold_ends_the_hold(office: Office):
    arrived = office.step(dispatching.arrive, office.new())
    held = office.step(holding.hold, arrived, HoldReason.AWAY, date(2026, 3, 6))
    office.later(hours=1)
    done = office.step(finishing.finish, held, "好了")
    assert Hold.get().until == office.now
    assert office.ticket(done).finish_by is not None


def test_transfer_gives_the_new_crew_its_own_time_to_respond(office: Office):
    accepted = office.step(dispatching.accept, office.new(), technician=office.plumber)
    office.later(hours=1)
    sent = office.step(dispatching.transfer, accepted, office.guards, reason="不是水管")
    ticket = office.ticket(sent)
    assert (ticket.state, ticket.crew_id, ticket.technician_id) == (
        State.DISPATCHED,
        office.guards,
        None,
    )
    assert (ticket.due_clock, ticket.due_at) == (Due.RESPOND, office.now + timedelta(minutes=30))


def test_a_technician_goes_with_his_own_crew(office: Office):
    made = office.new()
    with refused("ticket.technician_of_other_crew"):
        office.step(dispatching.transfer, made, office.water, office.guard)
    accepted = office.step(dispatching.accept, made, technician=office.guard)
    assert office.ticket(accepted).crew_id == office.guards


def test_turned_down_it_waits_again(office: Office):
    down = office.step(dispatching.turn_down, office.new(), "人手不够")
    ticket = office.ticket(down)
    assert (down.state, ticket.crew_id, ticket.dispatched_at) == (State.RECEIVED, None, None)
    again = office.step(dispatching.dispatch, down, office.water, office.plumber)
    assert again.state is State.DISPATCHED


def test_not_solved_goes_on_as_a_new_ticket(office: Office):
    done = office.step(finishing.finish, office.new(), "好了")
    office.later(days=1)
    after = office.step(visiting.visit, done, reached=True, solved=False, note="还在漏")
    assert after.state is State.CLOSED
    assert after.made is not None
    fresh = office.ticket(after.made)
    assert fresh.number == "WX20260305-0001"
    assert (fresh.reopened_from_id, fresh.words) == (done.ticket_id, "还在漏")
    assert fresh.received_at == office.now
    assert did(office, after)[-1] == actions.REOPENED


def test_who_was_not_reached_is_asked_on_the_next_day_of_service(office: Office):
    done = office.step(finishing.finish, office.new(), "好了")
    office.later(days=3)  # a Saturday; nobody works on Sunday
    after = office.step(visiting.visit, done, reached=False)
    ticket = office.ticket(after)
    assert after.state is State.TO_VISIT
    assert ticket.due_at == office.at("18:00") + timedelta(days=2)


def test_a_score_is_one_to_five(office: Office):
    done = office.step(finishing.finish, office.new(), "好了")
    with refused("ticket.score"):
        office.step(visiting.visit, done, reached=True, solved=True, score=6)


def test_reopened_it_is_a_new_ticket_and_the_old_one_is_over(office: Office):
    done = office.step(finishing.finish, office.new(), "好了")
    after = office.step(ending.reopen, done, "又漏了")
    assert after.state is State.CLOSED
    assert after.made is not None
    with refused("ticket.stale"):
        office.step(ending.reopen, done)
    cancelled = office.step(ending.cancel, office.new(), "打错了")
    assert office.step(ending.reopen, cancelled).made is not None


def test_cancelling_needs_a_reason(office: Office):
    made = office.new()
    with refused("ticket.reason_missing"):
        office.step(ending.cancel, made, " ")
    cancelled = office.step(ending.cancel, made, "业主自己修好了")
    assert office.ticket(cancelled).end_reason == "业主自己修好了"
    assert not office.ticket(cancelled).is_open


def test_merged_it_stands_behind_the_other(office: Office):
    first, second = office.new(), office.new()
    merged = office.step(ending.merge, second, first.ticket_id)
    assert merged.state is State.MERGED
    assert office.ticket(second).merged_into_id == first.ticket_id
    assert actions.ABSORBED in did(office, After(*first[:4]))
    with refused("ticket.merge_ended"):
        office.step(ending.merge, first, second.ticket_id)
    with refused("ticket.merge_itself"):
        office.step(ending.merge, first, first.ticket_id)


def test_a_chase_is_counted_and_makes_nobody_s_view_stale(office: Office):
    made = office.new()
    office.step(chasing.chase, made, words="怎么还没来", caller_name="张淑芬")
    office.later(minutes=3)
    office.step(chasing.chase, made)
    ticket = office.ticket(made)
    assert (ticket.chased, ticket.chased_at) == (2, office.now)
    assert office.step(dispatching.accept, made).state is State.ACCEPTED
    chase = journal.history(Topic.TICKETS, made.ticket_id)[1]
    assert chase.detail == {"count": 1}
    assert chase.text == {"words": "怎么还没来", "caller": "张淑芬"}


def test_a_comment_stands_in_the_history(office: Office):
    made = office.new()
    office.step(noting.comment, made, " 业主下午在家 ")
    assert journal.history(Topic.TICKETS, made.ticket_id)[1].text == {"words": "业主下午在家"}
    with refused("ticket.words_missing"):
        office.step(noting.comment, made, "")


def test_an_appointment_moves_the_arrival_and_can_be_called_off(office: Office):
    made = office.new()
    arrive_by = office.ticket(made).arrive_by
    begin, until = office.at("15:00"), office.at("16:00")
    after = office.step(noting.appoint, made, begin, until)
    assert office.ticket(made).arrive_by == until
    after = office.step(noting.appoint, after, None, None)
    assert office.ticket(made).arrive_by == arrive_by
    with refused("ticket.appointment_order"):
        office.step(noting.appoint, after, until, begin)


def test_an_edit_moves_the_clocks_and_the_words_are_found(office: Office):
    made = office.new()
    after = office.step(
        noting.edit,
        made,
        Edit(urgency=Urgency.URGENT, words="爆管跑水", room=office.rooms["5-1-101"]),
    )
    ticket = office.ticket(made)
    assert ticket.respond_by == office.now + timedelta(minutes=10)
    assert ticket.place == "5-1-101"
    assert [row.ticket_id for row in find.by_text(office.database, "跑水", 5)] == [made.ticket_id]
    assert find.by_text(office.database, "厨房", 5) == []
    step = journal.history(Topic.TICKETS, made.ticket_id)[-1]
    assert step.detail["changed"]["urgency"] == [Urgency.NORMAL, Urgency.URGENT]
    assert step.text is not None
    assert step.text["words"] == ["厨房水管漏水", "爆管跑水"]
    assert "跑水" not in str(step.detail)
    same = office.step(noting.edit, after, Edit(words="爆管跑水"))
    assert same.version == after.version


def test_steps_are_taken_back_one_after_the_other(office: Office):
    made = office.new()
    arrived = office.step(dispatching.arrive, office.step(dispatching.accept, made))
    before = office.ticket(made)
    office.later(hours=1)
    done = office.step(finishing.finish, arrived, "好了")
    office.step(noting.comment, done, "弄错单了")
    assert undoing.can_take_back(office.database, made.ticket_id) == actions.FINISHED
    back = office.step(undoing.take_back, done)
    ticket = office.ticket(made)
    assert (back.state, ticket.finished_at, ticket.result) == (State.ARRIVED, None, "")
    assert (ticket.due_at, ticket.due_clock) == (before.due_at, before.due_clock)
    back = office.step(undoing.take_back, back)
    assert back.state is State.ACCEPTED
    back = office.step(undoing.take_back, back)
    assert back.state is State.DISPATCHED
    assert office.ticket(made).accepted_at is None
    with refused("ticket.nothing_to_take_back"):
        office.step(undoing.take_back, back)
    again = office.step(dispatching.accept, back)
    assert office.step(undoing.take_back, again).state is State.DISPATCHED


def test_a_hold_taken_back_has_held_nothing(office: Office):
    arrived = office.step(dispatching.arrive, office.new())
    finish_by = office.ticket(arrived).finish_by
    held = office.step(holding.hold, arrived, HoldReason.AWAY, date(2026, 3, 6))
    office.later(hours=2)
    back = office.step(undoing.take_back, held)
    assert back.state is State.ARRIVED
    assert office.ticket(back).finish_by == finish_by
    held = office.step(holding.hold, back, HoldReason.AWAY, date(2026, 3, 6))
    resumed = office.step(holding.resume, held)
    again = office.step(undoing.take_back, resumed)
    assert (again.state, office.ticket(again).hold_reason) == (State.HOLD, HoldReason.AWAY)
    assert office.ticket(again).finish_by is None


def test_a_cancelled_ticket_comes_back(office: Office):
    cancelled = office.step(ending.cancel, office.new(), "打错了")
    back = office.step(undoing.take_back, cancelled)
    ticket = office.ticket(back)
    assert (back.state, ticket.is_open, ticket.end_reason, ticket.closed_at) == (
        State.DISPATCHED,
        True,
        "",
        None,
    )


@pytest.mark.parametrize(
    ("kind", "family", "scope", "satisfied", "visit"),
    [
        (Kind.COMPLAINT, Family.NOISE, "投诉", None, True),
        (Kind.REPAIR, Family.LEAK, "公共", None, True),
        (Kind.REPAIR, Family.POWER, "室内", None, True),
        (Kind.SERVICE, Family.HELP, "室内", None, True),
        (Kind.REPAIR, Family.LIFT, "公共", False, True),
        (Kind.INQUIRY, None, "咨询", None, False),
        (Kind.INQUIRY, None, "咨询", False, True),
        (Kind.PRAISE, None, "", None, False),
    ],
)
def test_who_is_asked_afterwards(kind, family, scope, satisfied, visit):
    assert visiting.needs_visit(kind, family, scope, "WX20260304-0001", satisfied) is visit


def test_three_of_ten_other_repairs_are_sampled_by_their_number():
    numbers = [f"WX20260304-{serial:04d}" for serial in range(1, 2001)]
    sampled = [number for number in numbers if visiting.sampled(number)]
    assert 0.26 < len(sampled) / len(numbers) < 0.34
    assert sampled == [number for number in numbers if visiting.sampled(number)]
