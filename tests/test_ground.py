"""The ground the program stands on: its locks, its Qt, its changelog, its one version."""

from __future__ import annotations

import re
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest

from desk import __version__

ROOT = Path(__file__).resolve().parent.parent
CHANGELOG = ROOT / "CHANGELOG.md"
LOCKS = {"requirements.in": "requirements.txt", "requirements-dev.in": "requirements-dev.txt"}
PIN = re.compile(r"^([A-Za-z0-9_.-]+)(\[[a-z,]+\])?==([^ ;\\]+)")


def lines(name: str) -> list[str]:
    return (ROOT / name).read_text("utf-8").splitlines()


def pins(name: str) -> dict[str, str]:
    found = [PIN.match(line) for line in lines(name)]
    return {re.sub("[-_.]+", "-", m[1]).lower(): m[3] for m in found if m}


@pytest.mark.parametrize("lock", LOCKS.values())
def test_a_lock_does_not_say_where_packages_come_from(lock: str):
    text = (ROOT / lock).read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"(^|\s)(-i|-f|--index-url|--extra-index-url|--find-links)\b", text)
    # Neither a path: what is not a pin, a hash or a comment has no business here.
    strange = [
        line
        for line in text.splitlines()
        if line
        and not re.match(
            r"^([a-z0-9.-]+==\S+ \\|    --hash=sha256:[0-9a-f]{64}( \\)?|    # .*)$", line
        )
    ]
    assert strange == []


@pytest.mark.parametrize(("readable", "lock"), LOCKS.items())
def test_a_lock_holds_what_the_readable_pins_say(readable: str, lock: str):
    wanted = pins(readable)
    assert wanted
    assert {name: pins(lock).get(name) for name in wanted} == wanted


@pytest.mark.parametrize("readable", LOCKS)
def test_every_readable_pin_names_one_version(readable: str):
    loose = [
        line for line in lines(readable) if line and line[0] not in "#-" and not PIN.match(line)
    ]
    assert loose == []


def test_what_runs_is_locked_alike_for_the_tests():
    tested = pins("requirements-dev.txt")
    assert {name: tested.get(name) for name in pins("requirements.txt")} == pins("requirements.txt")


def test_qt_does_not_lose_references_to_none(qapp):
    """PySide6 6.12.0 drops one at each call that returns nothing, until Python 3.11 aborts."""
    from PySide6.QtWidgets import QLabel

    label = QLabel()
    calls = 2_000
    before = sys.getrefcount(None)
    for _ in range(calls):
        label.setText("漏水")
    assert sys.getrefcount(None) > before - calls / 10


def test_the_version_is_written_in_one_place():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert "version" in project["dynamic"]
    assert re.fullmatch(r"\d+\.\d+\.\d+", __version__)


@pytest.mark.skipif(not CHANGELOG.exists(), reason="there is no CHANGELOG.md yet")
def test_the_changelog_reads_as_keepachangelog():
    text = CHANGELOG.read_text("utf-8")
    assert text.startswith("# Changelog\n")
    titles = re.findall(r"^## (.*)$", text, re.MULTILINE)
    assert titles
    versions = [re.fullmatch(r"\[(Unreleased|\d+\.\d+\.\d+)\](?: - (\S+))?", t) for t in titles]
    assert all(versions), titles
    released = [(m[1], date.fromisoformat(m[2])) for m in versions if m and m[1] != "Unreleased"]
    days = [day for _, day in released]
    assert days == sorted(days, reverse=True)
    assert not released or released[0][0] == __version__
    kinds = set(re.findall(r"^### (.*)$", text, re.MULTILINE))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
