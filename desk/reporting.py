"""Our own faults, written down without anybody's data, so that a person can send them.

An exception's text may hold a name or a telephone number, and so may the values in its stack:
neither is written. What stands in the log is where it happened and of what kind it was.
"""

from __future__ import annotations

import logging
import platform
import re
import sqlite3
import sys
import sysconfig
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from enum import Enum
from importlib import metadata
from logging.handlers import RotatingFileHandler
from pathlib import Path, PurePath
from types import TracebackType

import desk
from desk.refusals import Refusal

FILE_NAME = "desk.log"
_ROOT = "desk"
_BYTES, _OLD_FILES = 500_000, 3
#: Codes, names of classes and of functions: what a program is made of.
_NAME = re.compile(r"[A-Za-z_][A-Za-z_.]*")
_SHOWN = 60  # characters of such a name
_CHAIN, _FRAMES = 10, 40  # exceptions, and innermost frames of each, at most
#: What an exception carries that is a code and no text.
_CODES = ("errno", "winerror", "sqlite_errorname", "sqlstate")


def report_of(exception: BaseException) -> str:
    """Return what a person can send: versions, kinds of exceptions, where; no values at all."""
    return "\n".join([*_versions(), *_described(exception)])


def install(
    folder: Path, told: Callable[[BaseException], None] | None = None
) -> Callable[[], None]:
    """Write our own faults to the log in a data folder, also those that nobody catches.

    Args:
        folder: where ``desk.log`` stands; it is made with the first record.
        told: called with an exception that nobody caught, in the thread it was raised in.

    Returns:
        What undoes it all.
    """
    handler = _handler(folder)
    logger = logging.getLogger(_ROOT)
    logger.addHandler(handler)
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook

    def uncaught(
        kind: type[BaseException], exception: BaseException | None, trace: TracebackType | None
    ) -> None:
        if exception is None or issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, exception or kind(), trace)
            return
        logger.critical("nobody caught %s", kind.__name__, exc_info=exception)
        if told is not None:
            with suppress(Exception):
                told(exception)

    def in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_type is not SystemExit:
            uncaught(args.exc_type, args.exc_value, args.exc_traceback)

    def unraisable(args: sys.UnraisableHookArgs) -> None:
        logger.error("not raised: %s", args.exc_type.__name__, exc_info=args.exc_value)

    sys.excepthook, threading.excepthook, sys.unraisablehook = uncaught, in_thread, unraisable

    def undo() -> None:
        sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
        logger.removeHandler(handler)
        handler.close()

    return undo


def _handler(folder: Path) -> logging.Handler:
    handler = _LogFile(
        folder / FILE_NAME, maxBytes=_BYTES, backupCount=_OLD_FILES, encoding="utf-8", delay=True
    )
    handler.setFormatter(_WithoutValues())
    # Only ours: what a library logs may hold anything.
    handler.addFilter(logging.Filter(_ROOT))
    return handler


class _LogFile(RotatingFileHandler):
    """A log that is given up, record by record, where it cannot be written."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """Say nothing: the disk may be full, and standard error is not a place for records."""

    def rotate(self, source: str, dest: str) -> None:
        """Go on in the old file where it cannot be renamed: another window has it open."""
        with suppress(OSError):
            super().rotate(source, dest)


class _WithoutValues(logging.Formatter):
    """One line a record, and where an exception came from; texts are left out."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record without what might be personal data."""
        when = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created))
        lines = [f"{when} {record.levelname} {record.name}: {_message(record)}"]
        exception = record.exc_info[1] if record.exc_info else None
        if exception is not None:
            lines += [*_versions(), *_described(exception)]
        return "\n".join(lines)


def _message(record: logging.LogRecord) -> str:
    """Fill the literal of a record with what is a code or a number, and with nothing else."""
    given = record.args
    if not given:
        return str(record.msg)
    if isinstance(given, tuple):
        shown: object = tuple(_harmless(value) for value in given)
    else:
        shown = {name: _harmless(value) for name, value in given.items()}
    try:
        return str(record.msg) % shown
    except (TypeError, ValueError, KeyError):
        return str(record.msg)


def _harmless(value: object) -> object:
    if isinstance(value, Enum):
        return str(value)
    if value is None or isinstance(value, bool | float) or value.__class__ is int:
        # A telephone number may be an int; a count seldom has so many digits.
        return "…" if isinstance(value, int) and abs(value) >= 10**6 else value
    if isinstance(value, str) and len(value) <= _SHOWN and _NAME.fullmatch(value):
        return value
    return f"<{type(value).__name__}>"


def _versions() -> list[str]:
    return [
        f"desk {desk.__version__}, Python {platform.python_version()}, {platform.system()}"
        f" {platform.release()} {platform.machine()}",
        f"SQLite {sqlite3.sqlite_version}, Qt {_version('PySide6-Essentials')},"
        f" peewee {_version('peewee')}",
    ]


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "?"


def _described(exception: BaseException) -> Iterator[str]:
    seen: set[int] = set()
    link: BaseException | None = exception
    while link is not None and id(link) not in seen and len(seen) < _CHAIN:
        seen.add(id(link))
        yield ("caused by " if len(seen) > 1 else "") + _kind(link)
        for frame in traceback.extract_tb(link.__traceback__, limit=-_FRAMES):
            yield f"  {_place(frame.filename)}:{frame.lineno} {frame.name}"
        hidden = link.__suppress_context__
        link = link.__cause__ or (None if hidden else link.__context__)


def _kind(exception: BaseException) -> str:
    codes = [f"{name} {value}" for name in _CODES if (value := getattr(exception, name, None))]
    if isinstance(exception, Refusal):
        codes.append(exception.code)
    elif isinstance(exception, ImportError | AttributeError | NameError):
        codes.append(str(_harmless(exception.name)))  # a name in a program, not of a person
    known = f" ({', '.join(codes)})" if codes else ""
    return f"{type(exception).__module__}.{type(exception).__qualname__}{known}"


def _place(file: str) -> str:
    """Name a file without the folders of this computer: they may hold a person's name."""
    path = PurePath(file)
    for root in _roots():
        if path.is_relative_to(root):
            return path.relative_to(root).as_posix()
    return path.name


def _roots() -> tuple[str, ...]:
    """Return the folders whose inside is the same everywhere, the deepest first."""
    paths = sysconfig.get_paths()
    return (paths["purelib"], paths["stdlib"], str(Path(desk.__file__).parent.parent))
