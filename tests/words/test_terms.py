from __future__ import annotations

from enum import StrEnum

import pytest

from desk import codes
from desk.centre.profile import Part
from desk.tickets import actions
from desk.words import terms
from desk.words.catalogue import Words
from tests.words.source import calls, modules, strings

TABLES = {
    codes.Channel: terms.CHANNELS,
    codes.ClockRun: terms.CLOCK_RUNS,
    codes.Due: terms.DUE_CLOCKS,
    codes.Family: terms.FAMILIES,
    codes.HoldReason: terms.HOLD_REASONS,
    codes.Kind: terms.KINDS,
    codes.Outcome: terms.OUTCOMES,
    codes.Relation: terms.RELATIONS,
    codes.Role: terms.ROLES,
    codes.RoomKind: terms.ROOM_KINDS,
    codes.State: terms.STATES,
    codes.Topic: terms.TOPICS,
    codes.Urgency: terms.URGENCIES,
}


#: The only steps whose names are put together.
SETTINGS = {f"setting.{part}_changed" for part in Part}


def test_every_enum_of_the_trade_has_names():
    enums = {
        value
        for value in vars(codes).values()
        if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum
    }
    assert set(TABLES) == enums


@pytest.mark.parametrize("enum", TABLES, ids=lambda enum: enum.__name__)
def test_every_code_has_a_name_of_its_own(enum, words: Words):
    names = [words.say_in(*TABLES[enum][code]) for code in enum]
    assert all(names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("enum", TABLES, ids=lambda enum: enum.__name__)
def test_every_name_is_chinese_in_chinese(enum, zh: Words):
    for code in enum:
        assert any("\u4e00" <= sign <= "\u9fff" for sign in zh.say_in(*TABLES[enum][code])), code


def test_names_are_those_of_the_glossary(zh: Words, en: Words):
    assert [terms.urgency(zh, code) for code in codes.Urgency] == ["特急", "紧急", "一般", "计划"]
    assert terms.kind(zh, "repair") == "报修"
    assert terms.state(zh, codes.State.RECEIVED) == "待派"
    assert terms.state(zh, "done") == "已完成"
    assert terms.hold_reason(zh, "parts") == "待料"
    assert terms.channel(zh, "counter") == "到访"
    assert terms.role(zh, "supervisor") == "主管"
    assert terms.relation(zh, "owner") == "业主"
    assert terms.room_kind(zh, "shop") == "商铺"
    assert terms.outcome(zh, "chased") == "已催单"
    assert terms.due_clock(zh, "arrive") == "到场时限"
    assert terms.clock_run(zh, "round") == "全天"
    assert terms.topic(zh, "article") == "条目"
    assert terms.state(en, "hold") == "On hold"


def test_families_are_stored_in_chinese_and_shown_as_they_are(zh: Words, en: Words):
    for code in codes.Family:
        assert terms.family(zh, code) == code
        assert terms.family(en, code).isascii()


def test_an_unknown_code_is_our_mistake(zh: Words):
    with pytest.raises(ValueError, match="nonsense"):
        terms.state(zh, "nonsense")


def test_every_step_that_is_logged_has_a_name(zh: Words):
    logged = {
        text
        for _, call in calls("log", "append", "_log")
        for argument in call.args
        for _, text in strings(argument)
        if text.partition(".")[0] in set(codes.Topic) and text.partition(".")[2]
    }
    assert logged
    assert not (logged | SETTINGS | set(actions.ALL)) - terms.ACTIONS.keys()
    assert all(zh.say_in(*name) for name in terms.ACTIONS.values())


def test_no_step_has_a_name_that_is_never_logged():
    written = {
        text
        for file, module in modules().items()
        if file != "desk/words/terms.py"
        for _, text in strings(module)
    }
    assert not terms.ACTIONS.keys() - written - SETTINGS


def test_a_step_of_a_newer_program_can_still_be_shown(zh: Words, en: Words):
    assert terms.action(zh, "ticket.dispatched") == "已派单"
    assert terms.action(en, "ticket.slip_returned") == "Slip returned"
    assert terms.action(zh, "ticket.teleported") == "有改动"


def test_a_name_inside_a_sentence_loses_its_capital_only_in_english(zh: Words, en: Words):
    assert terms.within(en, terms.kind(en, "repair")) == "repair"
    assert terms.within(en, terms.channel(en, "wechat")) == "WeChat"
    assert terms.within(zh, terms.kind(zh, "repair")) == "报修"
