"""What is read from what people type on the first day, and which mistakes are named."""

from __future__ import annotations

import pytest

from desk.codes import ClockRun, Role
from desk.ui.first_start.answers import (
    Answers,
    CrewAnswer,
    StaffAnswer,
    Step,
    people,
    problems,
)
from desk.ui.staff.initials import suggested_initial
from desk.words.catalogue import Words


@pytest.fixture
def answers(words: Words) -> Answers:
    answers = Answers.begin(words)
    answers.community = "桂语花园"
    answers.telephone = "0571 8888 1234"
    answers.staff = [StaffAnswer("林晓月", "L", Role.SUPERVISOR, "1234"), StaffAnswer()]
    return answers


def codes(answers: Answers, step: Step) -> dict[str, str]:
    return {name: wrong.code for name, wrong in problems(answers, step).items()}


def test_a_whole_first_day_is_made_of_what_was_typed(answers: Answers) -> None:
    answers.crews[0] = CrewAnswer(answers.crews[0].form, "赵师傅 138 0000 0001、钱师傅")
    assert all(not problems(answers, step) for step in Step)
    day = answers.first_day()
    assert (day.community, day.telephone) == ("桂语花园", "0571-88881234")
    assert [one.form.name for one in day.staff] == ["林晓月"]
    assert day.crews[0].technicians == (("赵师傅", "13800000001"), ("钱师傅", ""))
    assert len(day.crews) == 5
    assert day.calendar.week[6] == ()


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("", ()),
        ("赵师傅", (("赵师傅", ""),)),
        ("赵师傅13800000001，钱师傅", (("赵师傅", "13800000001"), ("钱师傅", ""))),
        ("Joe Smith; Ann 138-0000-0001", (("Joe Smith", ""), ("Ann", "13800000001"))),
        ("3号师傅", (("3号师傅", ""),)),
    ],
)
def test_technicians_are_read_from_one_line(line: str, found: tuple[tuple[str, str], ...]) -> None:
    assert people(line) == found


def test_initials_are_suggested_from_the_sound_of_a_name() -> None:
    assert suggested_initial("林晓月") == "LX"
    assert suggested_initial("曾红") == "ZH"
    assert suggested_initial("Lin Xiaoyue") == "LX"
    assert suggested_initial("") == ""


def test_mistakes_are_named_by_their_field(answers: Answers) -> None:
    answers.community, answers.telephone = " ", "12"
    assert codes(answers, Step.COMMUNITY) == {
        "community": "community.name_missing",
        "telephone": "phone.invalid",
    }
    answers.week = ("8:30-12", "x", *answers.week[2:])
    assert list(problems(answers, Step.HOURS)) == ["week.1"]
    first = answers.crews[0].form
    answers.crews = [CrewAnswer(first), CrewAnswer(first)]
    assert codes(answers, Step.CREWS) == {"1.name": "crew.exists"}


def test_every_member_of_staff_needs_initial_and_pin_and_one_a_role(answers: Answers) -> None:
    receptionist = StaffAnswer("何静", "l", Role.RECEPTIONIST, "12")
    answers.staff.append(receptionist)
    assert codes(answers, Step.STAFF) == {
        "2.initial": "staff.initial_taken",
        "2.pin": "staff.pin_invalid",
    }
    answers.staff = [StaffAnswer("何静", "H", Role.RECEPTIONIST, "1234")]
    assert codes(answers, Step.STAFF) == {"0.role": "first_day.no_supervisor"}
    answers.staff = [StaffAnswer()]
    assert codes(answers, Step.STAFF) == {"0.name": "staff.name_missing"}


def test_suggested_crews_speak_the_new_language_and_renamed_ones_stay(words: Words) -> None:
    answers = Answers.begin(words)
    first = answers.crews[0].form
    renamed = type(first)("三号班", first.covers, ClockRun.ROUND)
    answers.crews[0] = CrewAnswer(renamed, "赵师傅")
    answers.speak(words, Words("en"))
    assert answers.crews[0] == CrewAnswer(renamed, "赵师傅")
    assert answers.crews[1].form.name == "Water and power"
