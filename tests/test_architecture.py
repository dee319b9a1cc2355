"""The house stands as ARCHITECTURE.md says, and this test can tell when it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.floors import FLOORS, LONGEST, TOP, violations

ROOT = Path(__file__).resolve().parent.parent


def test_the_house_stands_as_drawn():
    assert violations(ROOT / "desk") == []


@pytest.mark.parametrize("folder", ["tests", "installer"])
def test_no_file_beside_the_program_is_too_long(folder: str):
    too_long = [
        path.relative_to(ROOT).as_posix()
        for path in sorted((ROOT / folder).rglob("*.py"))
        if len(path.read_text("utf-8").splitlines()) > LONGEST
    ]
    assert too_long == []


@pytest.fixture
def house(tmp_path: Path):
    """Build a package ``desk`` of made-up files and return what is wrong with it."""

    def build(**files: str) -> list[str]:
        package = tmp_path / "desk"
        for name, text in {"__init__": "", **files}.items():
            path = package.joinpath(*name.split("/")).with_suffix(".py")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return violations(package)

    return build


def test_each_floor_may_use_the_floors_below(house):
    below: list[str] = []
    files = {}
    for floor in FLOORS:
        text = "\n".join(f"import desk.{part}" for part in below)
        files |= {f"{part}/room": text for part in floor}
        below += floor
    everything = "\n".join(f"from desk.{part} import room" for part in below)
    files |= {f"{part}/room" if part.islower() else part: everything for part in TOP}
    assert house(**files) == []


def test_the_parts_of_the_base_see_each_other(house):
    assert house(codes="from desk import words", **{"words/say": "import desk.codes"}) == []


@pytest.mark.parametrize(
    ("file", "text", "breach"),
    [
        ("models/rows", "import desk.tickets.life", "imports tickets"),
        ("models/rows", "from desk.tickets import life", "imports tickets"),
        ("models/rows", "from desk import tickets", "imports tickets"),
        ("models/rows", "def f():\n    import desk.tickets", "imports tickets"),
        (
            "models/rows",
            "import typing\nif typing.TYPE_CHECKING:\n    from desk.tickets import life",
            "imports tickets",
        ),
        ("models/rows", "from ..tickets import life", "imports tickets"),
        ("models/rows", "from .. import tickets", "imports tickets"),
        ("models/__init__", "from ..tickets import life", "imports tickets"),
        ("models/deep/rows", "from ...tickets import life", "imports tickets"),
        ("models/rows", "import importlib\nimportlib.import_module('desk.ui')", "imports ui"),
        ("codes", "import desk.models", "imports models"),
        ("words/say", "import desk.centre", "imports centre"),
        ("language/read", "import desk.sheets", "imports sheets"),
        ("answers/find", "from desk.tickets import queue", "imports tickets"),
        ("tickets/queue", "from desk.answers import find", "imports answers"),
        ("paper/slip", "import desk.ui.look", "imports ui"),
        ("ui/look", "from desk.paper import slip", "imports paper"),
        ("ui/look", "from desk.app import build", "imports app"),
        ("tickets/queue", "import desk.commands", "imports commands"),
        ("__init__", "import desk.models", "imports models"),
        ("tickets/queue", "from PySide6.QtCore import QTimer", "imports PySide6"),
        ("tickets/queue", "def f():\n    import PySide6", "imports PySide6"),
        ("commands/slip", "import reportlab", "imports reportlab"),
        ("ui/look", "from reportlab.pdfgen import canvas", "imports reportlab"),
        ("ui/utils", "", "is called utils"),
        ("ui/queue_manager", "", "is called manager"),
        ("ui/queue", "class QueueManager:\n    pass", "has a class called QueueManager"),
        ("ui/queue", "pass\n" * (LONGEST + 1), f"has {LONGEST + 1} lines, more than {LONGEST}"),
        ("ui/queue", "def f():\n    global x\n    x = 1", "has a global statement in line 2"),
        (
            "ui/queue",
            "from datetime import datetime\ndatetime.now()",
            "asks for the time itself in line 2: datetime.now",
        ),
        (
            "app",
            "import datetime\nclock = datetime.datetime.now",
            "asks for the time itself in line 2: datetime.now",
        ),
        (
            "ui/queue",
            "import time\ntime.time()",
            "asks for the time itself in line 2: time.time",
        ),
    ],
)
def test_a_breach_is_seen(house, file: str, text: str, breach: str):
    assert house(**{file: text}) == [f"desk/{file}.py {breach}"]


@pytest.mark.parametrize("file", ["cellar/wine", "stray"])
def test_an_unknown_part_is_seen(house, file: str):
    assert house(**{file: ""}) == [f"desk/{file.split('/')[0]} stands on no floor"]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("clock", "from datetime import datetime\ndatetime.now()"),
        ("ui/look", "import PySide6.QtCore"),
        ("app", "import PySide6.QtCore\nfrom desk import __version__"),
        ("paper/slip", "import reportlab"),
        ("ui/look", "import time\ntime.perf_counter()"),
        ("reports/day", "from desk import __version__"),
        ("tickets/queue", "from desk.tickets import life\nfrom . import clocks"),
        ("words/say", '"""It says: import PySide6, global, datetime.now()."""'),
    ],
)
def test_what_is_allowed_passes(house, file: str, text: str):
    assert house(**{file: text}) == []
