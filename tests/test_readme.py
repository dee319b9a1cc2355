"""The README says the same in both languages, of things that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desk.__main__ import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
ENGLISH, CHINESE = "README.md", "README.zh-CN.md"
LINK = re.compile(r"\]\(([^)]+)\)")
CODE = re.compile(r"`([^`\n]+)`")
KEY = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)*(?:F\d+|[A-Z0-9]|Enter|Delete)")
MOST = 1_500_000  # bytes of all pictures together


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def keys(name: str) -> list[str]:
    return [code for code in CODE.findall(text(name)) if KEY.fullmatch(code)]


@pytest.mark.parametrize("name", [ENGLISH, CHINESE, "CONTRIBUTING.md", "ARCHITECTURE.md"])
def test_every_link_leads_somewhere(name: str) -> None:
    links = [link for link in LINK.findall(text(name)) if "://" not in link]
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_both_languages_name_the_same_keys_and_commands() -> None:
    assert sorted(keys(ENGLISH)) == sorted(keys(CHINESE))
    for name in (ENGLISH, CHINESE):
        said = set(re.findall(r"`desk (\w+)", text(name)))
        assert said == set(COMMANDS) - {"window"}, name


def test_pictures_are_shown_and_small() -> None:
    pictures = list((ROOT / "resources" / "pictures").glob("*.png"))
    shown = text(ENGLISH) + text(CHINESE)
    assert [path.name for path in pictures if path.name not in shown] == []
    assert sum(path.stat().st_size for path in pictures) < MOST


@pytest.mark.parametrize("part", ["models", "language", "calls", "ui", "tour"])
def test_the_architecture_names_files_that_are_there(part: str) -> None:
    named = re.findall(rf"`({part}/[\w/]+(?:\.py)?)/?`", text("ARCHITECTURE.md"))
    assert [name for name in named if not (ROOT / "desk" / name).exists()] == []
