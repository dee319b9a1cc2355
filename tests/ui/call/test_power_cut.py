"""A window that is ended without a word, and a second window on the same folder."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.ui.call.conftest import OpenDesk

ROOT = Path(__file__).parents[3]
#: Seconds in which a key is promised to be on the disk.
PROMISED = 0.3

Typist = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def typist(data_folder: Path) -> Iterator[Typist]:
    """Return a function that opens a desk in a process of its own and types a text there."""
    running: list[subprocess.Popen[str]] = []
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}

    def start(text: str = "") -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.call.typist", str(data_folder), text],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        running.append(process)
        return process

    yield start
    for process in running:
        if process.poll() is None:
            process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_what_was_typed_survives_a_kill_within_the_promised_time(typist: Typist) -> None:
    text = "kitchen leak 3-2-1502"
    first = typist(text)
    assert said(first) == text
    with pytest.raises(subprocess.TimeoutExpired):
        first.wait(timeout=PROMISED)
    first.kill()
    first.wait()
    assert said(typist()) == text


def test_two_windows_on_one_folder_keep_their_drafts_apart(
    typist: Typist, open_desk: OpenDesk, data_folder: Path
) -> None:
    first = typist("from the first window")
    assert said(first)
    second = open_desk()
    assert second.line == ""
    second.type("from the second window")
    second.call.autosave.save()
    first.kill()
    first.wait()
    files = {path.name: path.read_text() for path in (data_folder / "drafts").glob("*.json")}
    assert "from the first window" in files["1.json"]
    assert "from the second window" in files["2.json"]
    # Whoever starts next finds what the dead one left, and leaves the living one alone.
    again = said(typist())
    assert "from the first window" in again
    assert "from the second window" not in again
