"""The rules of the house, read from the source: who may import whom, and what no file may do."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

#: From the ground up. A part imports only from lower lines, never from another part of its own.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("clock", "codes", "files", "refusals", "reporting", "resources", "settings", "words"),
    ("models",),
    ("language", "sheets"),
    ("centre",),
    ("community",),
    ("answers", "tickets"),
    ("calls", "intake"),
    ("reports",),
    ("paper", "ui"),
)
#: These see each other: together they are the base.
BASE = FLOORS[0]
#: What puts everything together, and may import everything.
TOP = ("__main__", "app", "commands", "sample", "tour")
#: Libraries that only these parts may know.
KEPT_BY: dict[str, tuple[str, ...]] = {
    "PySide6": ("ui", "app", "tour"),
    "shiboken6": ("ui", "app", "tour"),
    "reportlab": ("paper",),
    "python_calamine": ("sheets",),
}
LONGEST = 400  # lines
VAGUE_NAMES = ("util", "utils", "helper", "helpers", "manager", "managers", "common", "misc")
#: What asks the computer for the time; ``clock`` alone does.
ASKS_NOW = {
    "datetime": ("now", "utcnow", "today"),
    "date": ("today",),
    "time": ("time", "time_ns"),
    "QDateTime": ("currentDateTime", "currentDateTimeUtc", "currentMSecsSinceEpoch"),
    "QDate": ("currentDate",),
    "QTime": ("currentTime",),
}


@dataclass(frozen=True)
class Source:
    """A Python file of the package, parsed."""

    path: Path
    package: Path

    @property
    def part(self) -> str:
        """The part it belongs to: the first name below the package, empty for the package."""
        first = self.path.relative_to(self.package).parts[0].removesuffix(".py")
        return "" if first == "__init__" else first

    @property
    def module(self) -> tuple[str, ...]:
        """Its dotted name as parts, the package first."""
        inside = self.path.relative_to(self.package).with_suffix("").parts
        names = (self.package.name, *inside)
        return names[:-1] if names[-1] == "__init__" else names

    @property
    def text(self) -> str:
        """Its text."""
        return self.path.read_text("utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        """It, parsed once for all rules."""
        return ast.parse(self.text, str(self.path))

    def __str__(self) -> str:
        return self.path.relative_to(self.package.parent).as_posix()


def violations(package: Path) -> list[str]:
    """Return a sentence for every breach of the rules in a package folder."""
    known = {part for floor in FLOORS for part in floor} | set(TOP)
    found = [
        f"{package.name}/{name} stands on no floor" for name in _parts(package) if name not in known
    ]
    for path in sorted(package.rglob("*.py")):
        source = Source(path, package)
        for rule in RULES:
            found += [f"{source} {breach}" for breach in rule(source)]
    return found


def imports(source: Source) -> Iterator[tuple[str, ...]]:
    """Yield every name a file imports, wherever in the file, as absolute parts."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from (tuple(alias.name.split(".")) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _base(node, source)
            yield from ((*base, alias.name) for alias in node.names)
        elif isinstance(node, ast.Call) and (name := _imported_by_call(node)):
            yield tuple(name.split("."))


def _parts(package: Path) -> list[str]:
    """Name what stands directly in the package; folders without Python in them are not there."""
    files = [path.stem for path in package.glob("*.py") if path.stem != "__init__"]
    folders = [path.name for path in package.iterdir() if path.is_dir() and any(path.rglob("*.py"))]
    return sorted(files + folders)


def _base(node: ast.ImportFrom, source: Source) -> tuple[str, ...]:
    named = tuple(node.module.split(".")) if node.module else ()
    if not node.level:
        return named
    module = source.module
    folder = module if source.path.stem == "__init__" else module[:-1]
    return (*folder[: len(folder) - node.level + 1], *named)


def _imported_by_call(node: ast.Call) -> str | None:
    function = node.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    if name not in {"import_module", "__import__"} or not node.args:
        return None
    first = node.args[0]
    is_text = isinstance(first, ast.Constant) and isinstance(first.value, str)
    return first.value if is_text else None


def _floor(part: str) -> int | None:
    return next((i for i, floor in enumerate(FLOORS) if part in floor), None)


def _may_import(part: str, other: str) -> bool:
    if part == other or part in TOP:
        return True
    mine, theirs = _floor(part), _floor(other)
    if theirs is None:
        return other == ""  # the package itself: its version
    if mine is None:
        return part != ""  # on no floor; that is said elsewhere
    return theirs < mine or (part in BASE and other in BASE)


def _keeps_its_floor(source: Source) -> Iterator[str]:
    known = {part for floor in FLOORS for part in floor} | set(TOP)
    others = {
        name[1] if len(name) > 1 and name[1] in known else ""
        for name in imports(source)
        if name[0] == source.package.name
    }
    yield from (
        f"imports {other or 'the package'}"
        for other in sorted(others)
        if not _may_import(source.part, other)
    )


def _knows_no_others_library(source: Source) -> Iterator[str]:
    for library in sorted({name[0] for name in imports(source)} & set(KEPT_BY)):
        if source.part not in KEPT_BY[library]:
            yield f"imports {library}"


def _is_named_for_what_it_does(source: Source) -> Iterator[str]:
    words = {word for name in source.module[1:] for word in name.lower().split("_")}
    yield from (f"is called {name}" for name in sorted(words.intersection(VAGUE_NAMES)))
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef) and node.name.endswith(("Manager", "Utils", "Helper")):
            yield f"has a class called {node.name}"


def _is_short(source: Source) -> Iterator[str]:
    if (lines := len(source.text.splitlines())) > LONGEST:
        yield f"has {lines} lines, more than {LONGEST}"


def _has_no_globals(source: Source) -> Iterator[str]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Global):
            yield f"has a global statement in line {node.lineno}"


def _is_told_the_time(source: Source) -> Iterator[str]:
    if source.part == "clock":
        return
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.Attribute):
            continue
        owner = node.value
        name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
        if node.attr in ASKS_NOW.get(name, ()):
            yield f"asks for the time itself in line {node.lineno}: {name}.{node.attr}"


RULES: tuple[Callable[[Source], Iterator[str]], ...] = (
    _keeps_its_floor,
    _knows_no_others_library,
    _is_named_for_what_it_does,
    _is_short,
    _has_no_globals,
    _is_told_the_time,
)
