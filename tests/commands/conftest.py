"""A centre that has begun, the command line used as people use it, and what it said."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from desk.__main__ import main
from desk.centre import first_day
from desk.centre.crews import CrewForm
from desk.centre.first_day import FirstDay, NewCrew, NewStaff
from desk.centre.staff import StaffForm
from desk.codes import ClockRun, Family, Role
from desk.community import rooms
from desk.community.rooms import NewRoom
from desk.models.database import Store
from desk.models.journal import Actor
from desk.refusals import Refusal
from desk.words.catalogue import Words
from desk.words.sentences import sentence
from tests.conftest import MORNING

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Said:
    """How a command ended."""

    code: int
    out: str
    err: str

    def refused(self, code: str, language: str = "zh_CN", **fields: object) -> bool:
        """Tell whether it said that sentence, and that alone, and ended with 2."""
        wanted = sentence(Words(language), Refusal(code, **fields))
        return (self.code, self.err) == (2, wanted + "\n")


@pytest.fixture
def desk(capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Run a command in this process."""

    def run(*arguments: object) -> Said:
        code = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return run


def command(*arguments: object) -> list[str]:
    """Return the words that start a command in a process of its own."""
    return [sys.executable, "-m", "desk", *map(str, arguments)]


def environment() -> dict[str, str]:
    """Return what such a process needs from around it."""
    return os.environ | {"PYTHONPATH": str(ROOT)}


def begin(folder: Path) -> Path:
    """Begin a small centre in a data folder and return the folder."""
    store = Store.open(folder, MORNING)
    day = FirstDay(
        community="锦绣花园",
        telephone="021-1",
        staff=(NewStaff(StaffForm("陈静", "CJ", Role.SUPERVISOR), "2580"),),
        crews=(NewCrew(CrewForm("水电班", (Family.LEAK,), ClockRun.ROUND), (("王师傅", ""),)),),
    )
    community = first_day.begin(store, Actor(), MORNING, day)
    with store.write(Actor(), MORNING) as write:
        rooms.add(write, community, NewRoom("3", "2", "1502"))
    store.close()
    return folder


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A centre that has begun, to be copied."""
    return begin(tmp_path_factory.mktemp("begun"))


@pytest.fixture
def data(begun: Path, tmp_path: Path) -> Path:
    """The data folder of a centre that has begun."""
    import shutil

    return Path(shutil.copytree(begun, tmp_path / "data"))


def piped(*arguments: object, feed: str = "") -> Said:
    """Run a command in a process of its own with pipes around it."""
    done = subprocess.run(
        command(*arguments),
        input=feed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(),
        timeout=60,
        check=False,
    )
    return Said(done.returncode, done.stdout, done.stderr)
