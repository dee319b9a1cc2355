from __future__ import annotations

from datetime import timedelta

import pytest

from desk.centre.policy import company_standard
from desk.codes import Due, HoldReason, Kind, State, Urgency
from desk.ui.icons import Icon
from desk.ui.queue.said import Speaker
from desk.ui.theme import Tone
from desk.words.catalogue import Words
from tests.ui.queue.conftest import SHANGHAI
from tests.ui.queue.tickets import NOW, busy_morning, ticket


@pytest.fixture
def english() -> Speaker:
    return Speaker(Words("en"), SHANGHAI, company_standard().soon)


@pytest.mark.parametrize(
    ("row", "time", "tone", "icon"),
    [
        (ticket(minutes=80), "剩 1 小时 20 分", Tone.PLAIN, None),
        (ticket(minutes=18), "剩 18 分", Tone.SOON, Icon.SOON),
        (ticket(minutes=0), "刚刚超时", Tone.OVERDUE, Icon.OVERDUE),
        (ticket(minutes=-12), "超时 12 分", Tone.OVERDUE, Icon.OVERDUE),
        (
            ticket(urgency=Urgency.CRITICAL, minutes=0.5),
            "剩 30 秒",
            Tone.CRITICAL,
            Icon.CRITICAL,
        ),
        (
            ticket(
                state=State.HOLD,
                hold_reason=HoldReason.PARTS,
                due_clock=Due.LOOK_AGAIN,
                minutes=600,
            ),
            "暂停·待料",
            Tone.HOLD,
            Icon.HOLD,
        ),
        (
            ticket(state=State.DONE, due_at=None, due_clock=Due.NONE, finished_at=NOW),
            "已完成",
            Tone.QUIET,
            Icon.DONE,
        ),
    ],
)
def test_every_colour_comes_with_a_word_and_an_icon(speaker: Speaker, row, time, tone, icon):
    said = speaker.say(row, NOW)
    assert (said.time, said.tone, said.icon) == (time, tone, icon)
    assert time in said.spoken


def test_nothing_has_a_colour_without_an_icon(speaker: Speaker):
    for row in busy_morning():
        said = speaker.say(row, NOW)
        assert said.time
        assert said.icon is not None or said.tone in (Tone.PLAIN, Tone.QUIET)


def test_a_critical_ticket_stays_marked_until_nobody_can_be_hurt(speaker: Speaker):
    critical = ticket(urgency=Urgency.CRITICAL, state=State.ARRIVED, minutes=50)
    said = speaker.say(critical, NOW)
    assert (said.bar, said.tag, said.tone) == (Tone.CRITICAL, "特急", Tone.PLAIN)
    done = critical._replace(state=State.DONE, due_at=None, due_clock=Due.NONE)
    assert speaker.say(done, NOW).bar is Tone.QUIET


def test_a_screen_reader_hears_all_that_the_row_says(speaker: Speaker):
    row = ticket(
        37,
        minutes=-12,
        urgency=Urgency.URGENT,
        state=State.ACCEPTED,
        chased=2,
        slip_prints=1,
        spot="主卧",
        appointment_from=NOW + timedelta(minutes=5),
        appointment_until=NOW + timedelta(minutes=65),
    )
    assert speaker.say(row, NOW).spoken == (
        "紧急，超时 12 分，WX20260304-0037，3-2-1602 主卧，卫生间漏水，已接单，到场时限 10:12，"
        "漏水渗水，水电班 王建国，张淑芬 138****5678，约 10:29–11:29，催单 2 次，回单未回"
    )


def test_a_telephone_is_never_shown_whole(speaker: Speaker):
    for row in busy_morning():
        said = speaker.say(row, NOW)
        assert row.caller_phone not in said.spoken or not row.caller_phone


def test_a_number_is_as_short_as_it_is_clear(speaker: Speaker):
    assert speaker.say(ticket(37), NOW).short == "WX-0037"
    assert speaker.say(ticket(8, day="20260302"), NOW).short == "WX0302-0008"
    assert speaker.say(ticket(8, day="20251230"), NOW).short == "WX20251230-0008"
    assert speaker.say(ticket(31, kind=Kind.COMPLAINT), NOW).short == "TS-0031"
    # At midnight today's numbers become yesterday's without anybody doing anything.
    midnight = speaker.say(ticket(37, due_at=None, state=State.DONE), NOW).changes_at
    assert midnight.astimezone(SHANGHAI).isoformat() == "2026-03-05T00:00:00+08:00"
    assert speaker.say(ticket(37), midnight).short == "WX0304-0037"


def test_in_english_the_category_is_english_too(english: Speaker):
    said = english.say(ticket(minutes=-12, chased=1), NOW)
    assert said.category == "Leaks and seepage"
    assert said.time == "overdue 12 min"
    assert "chased 1 time" in said.spoken
    held = english.say(
        ticket(
            state=State.HOLD,
            hold_reason=HoldReason.AWAY,
            due_clock=Due.LOOK_AGAIN,
            minutes=1500,
        ),
        NOW,
    )
    assert (held.time, held.deadline) == ("On hold: resident away", "Look again tomorrow")


def test_what_has_no_category_says_its_kind(speaker: Speaker):
    bare = ticket(category="", category_english="", kind=Kind.INQUIRY)
    assert speaker.say(bare, NOW).category == "咨询"
