"""How many alarms are heard, and how many rung for nothing, over a list of all kinds of danger."""

from __future__ import annotations

from pathlib import Path

from desk.language.reading import read

LIST = Path(__file__).with_name("alarms.tsv")


def _texts(*wanted: str) -> list[str]:
    lines = (line.split("\t") for line in LIST.read_text(encoding="utf-8").splitlines())
    return [text for kind, text in lines if kind in wanted]


def test_nearly_every_alarm_is_heard():
    alarms = _texts("critical")
    missed = [text for text in alarms if not read(text).at_risk]
    assert len(missed) <= len(alarms) // 100, missed


def test_few_ring_for_nothing():
    others = _texts("not", "urgent")
    false = [text for text in others if read(text).at_risk]
    assert len(false) <= len(others) * 2 // 59, false
