"""Reads the program's own source: what it says and what it refuses."""

from __future__ import annotations

import ast
import gc
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DESK = ROOT / "desk"
SAYERS = ("say", "say_in", "say_n", "mark", "mark_in")
_CODE = re.compile(r"[a-z_]+(\.[a-z_]+)+")


@dataclass(frozen=True)
class Found:
    """A piece of source and where it stands."""

    file: str
    node: ast.AST
    inside: ast.AST

    def __str__(self) -> str:
        return f"{self.file}:{getattr(self.node, 'lineno', 0)}"


@cache
def modules() -> dict[str, ast.Module]:
    """Return every module of the program by its path from the root."""
    parsed = {
        path.relative_to(ROOT).as_posix(): ast.parse(path.read_text("utf-8"))
        for path in sorted(DESK.rglob("*.py"))
    }
    # Half a million nodes that stay: whoever looks through live objects should not meet them.
    gc.collect()
    gc.freeze()
    return parsed


def calls(*names: str) -> Iterator[tuple[Found, ast.Call]]:
    """Yield every call of a function or method of these names."""
    for file, module in modules().items():
        for inside, node in _with_function(module, module):
            if isinstance(node, ast.Call) and _called(node) in names:
                yield Found(file, node, inside), node


def _called(node: ast.Call) -> str | None:
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else None


def _with_function(node: ast.AST, inside: ast.AST) -> Iterator[tuple[ast.AST, ast.AST]]:
    for child in ast.iter_child_nodes(node):
        yield inside, child
        is_function = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)
        yield from _with_function(child, child if is_function else inside)


@dataclass(frozen=True)
class Refused:
    """One place where a refusal is made; ``fields`` is None where they are not written out."""

    where: str
    codes: frozenset[str]
    fields: frozenset[str] | None


def refusals() -> Iterator[Refused]:
    """Yield every ``Refusal(...)`` with all the codes it may have."""
    for found, call in calls("Refusal"):
        if call.args:
            names = [keyword.arg for keyword in call.keywords]
            fields = None if None in names else frozenset(name for name in names if name)
            yield Refused(str(found), _possible_codes(found, call.args[0]), fields)


def _possible_codes(found: Found, code: ast.expr) -> frozenset[str]:
    """Return a code, or those its variable is given in this function or by who calls it."""
    written = _codes(code)
    if written or not isinstance(code, ast.Name):
        return written
    for node in ast.walk(found.inside):
        if isinstance(node, ast.Assign) and code.id in {getattr(t, "id", "") for t in node.targets}:
            written |= _codes(node.value)
    if isinstance(found.inside, ast.FunctionDef):
        written |= _codes_handed_to(found.inside, code.id)
    return written or _codes(modules()[found.file])


def _codes_handed_to(function: ast.FunctionDef, parameter: str) -> frozenset[str]:
    names = [arg.arg for arg in function.args.args]
    if parameter not in names:
        return frozenset()
    position = names.index(parameter) - (names[0] in ("self", "cls"))
    handed = [
        keyword.value
        for _, call in calls(function.name)
        for keyword in call.keywords
        if keyword.arg == parameter
    ]
    handed += [call.args[position] for _, call in calls(function.name) if len(call.args) > position]
    return frozenset[str]().union(*map(_codes, handed))


def _codes(node: ast.AST) -> frozenset[str]:
    return frozenset(text for _, text in strings(node) if _CODE.fullmatch(text))


def strings(tree: ast.AST) -> Iterator[tuple[ast.Constant, str]]:
    """Yield every string that is no docstring."""
    documents = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        is_string = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_string and id(node) not in documents:
            yield node, node.value
