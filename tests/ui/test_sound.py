from __future__ import annotations

import os
import sys
import wave
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from desk.resources import resource
from desk.ui import sound
from desk.ui.sound import Sound
from tests.ui.inline_jobs import InlineJobs


class Player:
    """A player whose sound is over when a test says so."""

    def __init__(self) -> None:
        self.commands: list[Sequence[str]] = []
        self.over = True
        self.ended = False

    def start(self, command: Sequence[str]) -> Player:
        self.commands.append(command)
        self.over = False
        return self

    def poll(self) -> int | None:
        return 0 if self.over else None

    def terminate(self) -> None:
        self.ended = True

    def wait(self, timeout: float | None = None) -> int:
        return 0


class Beeps:
    """An application that is only asked to beep."""

    def __init__(self) -> None:
        self.count = 0

    def beep(self) -> None:
        self.count += 1


@pytest.fixture
def window(qtbot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def player() -> Player:
    return Player()


@pytest.fixture
def beeps() -> Beeps:
    return Beeps()


def made(window: QWidget, player: Player, beeps: Beeps, *, found: bool = True) -> Sound:
    jobs = InlineJobs(window)
    command = ("aplay", "-q") if found else None
    return Sound(jobs, beeps, window, find=lambda: command, start=player.start)  # type: ignore[arg-type]


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows plays by itself")


def test_the_ring_is_a_short_sound_of_ours():
    with wave.open(str(resource("sounds", "ring.wav"))) as file:
        assert file.getnframes() / file.getframerate() < 2
        loudest = max(
            abs(int.from_bytes(file.readframes(1), "little", signed=True))
            for _ in range(file.getnframes())
        )
    assert 8_000 < loudest < 32_767


def test_it_is_played_by_the_system_s_player_and_never_twice_at_once(window, player, beeps):
    ring = made(window, player, beeps)
    ring.play()
    ring.play()
    assert [command[:2] for command in player.commands] == [["aplay", "-q"]]
    assert Path(player.commands[0][-1]).name == "ring.wav"
    player.over = True
    ring.play()
    assert len(player.commands) == 2
    assert beeps.count == 0


def test_where_nothing_can_play_it_beeps(window, player, beeps):
    made(window, player, beeps, found=False).play()
    assert beeps.count == 1


def test_a_player_that_cannot_be_started_is_a_beep(window, beeps, player):
    def broken(_command: Sequence[str]) -> Player:
        raise FileNotFoundError

    ring = Sound(InlineJobs(window), beeps, window, find=lambda: ("x",), start=broken)  # type: ignore[arg-type]
    ring.play()
    assert beeps.count == 1


def test_it_ends_when_it_is_hushed(window, player, beeps):
    ring = made(window, player, beeps)
    ring.hush()
    assert not player.ended
    ring.play()
    ring.hush()
    assert player.ended


def test_the_best_player_of_this_computer_is_found(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert sound.player() is None
    for name in ("aplay", "paplay"):
        program = tmp_path / name
        program.write_text("#!/bin/sh\n", "utf-8")
        os.chmod(program, 0o755)  # noqa: PTH101
    assert sound.player() == (str(tmp_path / "paplay"),)


def test_a_real_player_is_started_and_left_to_itself(tmp_path):
    playing = sound.start([sys.executable, "-c", ""])
    assert playing.wait(timeout=20) == 0
    assert playing.poll() == 0
