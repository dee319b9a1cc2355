"""What is written down of our own faults names no resident, no telephone, no folder of a person."""

from __future__ import annotations

import ast
import errno
import logging
import os
import re
import sqlite3
import sys
import threading
from pathlib import Path

import pytest

from desk import __version__, reporting
from desk.refusals import Refusal
from desk.reporting import FILE_NAME, install, report_of
from tests.words.source import DESK, ROOT

NAME, PHONE = "张淑芬", "13812345678"
SECRETS = (NAME, PHONE, "zhangshufen", "厨房漏水")


@pytest.fixture
def folder(tmp_path):
    """A data folder whose log is written while the test runs."""
    undo = install(tmp_path)
    yield tmp_path
    undo()


def log(folder: Path) -> str:
    path = folder / FILE_NAME
    return path.read_text("utf-8") if path.exists() else ""


def raised(act) -> BaseException:
    with pytest.raises(BaseException) as caught:  # noqa: PT011 - whatever it is
        act()
    return caught.value


def with_a_residents_data() -> None:
    caller = f"{NAME} {PHONE} zhangshufen 厨房漏水"
    try:
        {}[caller]
    except KeyError as error:
        raise ValueError(f"no such caller: {caller}") from error


def assert_says_nothing_of_anybody(text: str) -> None:
    assert [secret for secret in SECRETS if secret in text] == []
    assert str(Path.home()) + os.sep not in text
    assert str(ROOT) not in text


def test_a_report_says_what_and_where_and_nothing_of_anybody():
    report = report_of(raised(with_a_residents_data))
    assert_says_nothing_of_anybody(report)
    assert f"desk {__version__}, Python " in report
    assert "\nbuiltins.ValueError\n" in report
    assert "\ncaused by builtins.KeyError\n" in report
    assert re.search(r"\n  tests/test_reporting\.py:\d+ with_a_residents_data", report)


def test_a_report_names_the_codes_of_the_world():
    assert "OSError (errno 28)" in report_of(OSError(errno.ENOSPC, PHONE, f"/home/{NAME}"))
    assert "Refusal (ticket.stale)" in report_of(Refusal("ticket.stale", number=PHONE))
    error = raised(lambda: sqlite3.connect(":memory:").execute(f"SELECT '{PHONE}"))
    assert "sqlite3.OperationalError (sqlite_errorname SQLITE_ERROR)" in report_of(error)


def test_a_report_names_what_a_program_lacks():
    assert "AttributeError (colour)" in report_of(raised(lambda: object().colour))
    assert "(desk.nowhere)" in report_of(raised(lambda: __import__("desk.nowhere")))
    assert_says_nothing_of_anybody(report_of(raised(lambda: getattr(object(), NAME))))


def test_a_report_of_libraries_says_where_in_them():
    import json

    report = report_of(raised(lambda: json.loads(f'{{"{NAME}": {PHONE}')))
    assert_says_nothing_of_anybody(report)
    assert re.search(r"\n  json/__init__\.py:\d+ loads\n", report)


def test_a_report_of_endless_calls_is_short():
    def again() -> None:
        again()

    report = report_of(raised(again))
    assert "RecursionError" in report
    assert len(report.splitlines()) < 60


def test_a_chain_that_bites_its_tail_ends():
    one, other = ValueError(), KeyError()
    one.__cause__, other.__cause__ = other, one
    assert report_of(one).count("caused by") == 1


def test_what_was_hidden_on_purpose_stays_hidden():
    def act() -> None:
        try:
            with_a_residents_data()
        except ValueError:
            raise RuntimeError from None

    assert "KeyError" not in report_of(raised(act))


# --- the log ----------------------------------------------------------------------------------


def test_our_own_records_are_written_without_values(folder):
    logger = logging.getLogger("desk.calls.log")
    logger.error("unexpected %s", "KeyError", exc_info=raised(with_a_residents_data))
    logger.warning("caller %s of %s rang %d times", NAME, PHONE, 3)
    logger.warning("number %d, %r, %s", int(PHONE), {"name": NAME}, [PHONE])
    logger.warning("asked: %(text)s", {"text": "厨房漏水"})
    written = log(folder)
    assert_says_nothing_of_anybody(written)
    assert "ERROR desk.calls.log: unexpected KeyError" in written
    assert "builtins.ValueError" in written
    assert "caller <str> of <str> rang 3 times" in written
    assert "asked: <str>" in written
    assert re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ ", written)


def test_what_others_log_is_not_ours(folder):
    logging.getLogger("peewee").error("SELECT %s", PHONE)
    logging.getLogger().error("root %s", NAME)
    logging.getLogger("deskless").error("x")
    assert log(folder) == ""


def test_there_is_no_log_before_there_is_something_to_say(folder):
    assert list(folder.iterdir()) == []


def test_a_long_log_is_turned_over_and_old_ones_go(folder, monkeypatch):
    (handler,) = logging.getLogger("desk").handlers
    monkeypatch.setattr(handler, "maxBytes", 500)
    for number in range(100):
        logging.getLogger("desk").error("record %d", number)
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["desk.log", "desk.log.1", "desk.log.2", "desk.log.3"]
    assert "record 99" in log(folder)
    assert sum(path.stat().st_size for path in folder.iterdir()) < 4 * 600


def test_a_log_that_another_window_holds_open_is_gone_on_with(folder, monkeypatch):
    (handler,) = logging.getLogger("desk").handlers
    monkeypatch.setattr(handler, "maxBytes", 200)

    def held(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "rename", held)
    for number in range(10):
        logging.getLogger("desk").error("record %d", number)
    assert "record 0" in log(folder)
    assert "record 9" in log(folder)


def test_a_log_that_cannot_be_written_is_given_up_in_silence(tmp_path, capsys):
    undo = install(tmp_path / "gone")
    logging.getLogger("desk").error("record")
    undo()
    assert capsys.readouterr().err == ""


# --- what nobody catches ----------------------------------------------------------------------


def test_what_nobody_catches_is_written_and_told(tmp_path):
    told: list[BaseException] = []
    undo = install(tmp_path, told.append)
    error = raised(with_a_residents_data)
    sys.excepthook(type(error), error, error.__traceback__)
    undo()
    assert told == [error]
    assert_says_nothing_of_anybody(log(tmp_path))
    assert "CRITICAL desk: nobody caught ValueError" in log(tmp_path)
    assert "with_a_residents_data" in log(tmp_path)


def test_what_nobody_catches_in_a_thread_is_written_and_told(tmp_path):
    told: list[BaseException] = []
    undo = install(tmp_path, told.append)
    thread = threading.Thread(target=with_a_residents_data)
    thread.start()
    thread.join()
    undo()
    assert [type(error) for error in told] == [ValueError]
    assert "nobody caught ValueError" in log(tmp_path)
    assert_says_nothing_of_anybody(log(tmp_path))


def test_a_thread_that_ends_itself_is_no_fault(folder):
    thread = threading.Thread(target=sys.exit)
    thread.start()
    thread.join()
    assert log(folder) == ""


def test_what_python_cannot_raise_is_written(folder):
    class Dying:
        def __del__(self) -> None:
            with_a_residents_data()

    dying = Dying()
    del dying
    assert "not raised: ValueError" in log(folder)
    assert_says_nothing_of_anybody(log(folder))


def test_a_listener_that_fails_does_not_hide_the_fault(tmp_path):
    def fail(_: BaseException) -> None:
        raise RuntimeError

    undo = install(tmp_path, fail)
    error = raised(with_a_residents_data)
    sys.excepthook(type(error), error, error.__traceback__)
    undo()
    assert "nobody caught ValueError" in log(tmp_path)


def test_all_is_as_before_when_it_is_undone(tmp_path):
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    handlers = list(logging.getLogger("desk").handlers)
    undo = install(tmp_path)
    assert sys.excepthook is not before[0]
    undo()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
    assert logging.getLogger("desk").handlers == handlers


def test_what_is_logged_is_a_literal():
    """A text that was put together already cannot be told from its values any more."""
    wrong = []
    for path in sorted(DESK.rglob("*.py")):
        if path == Path(reporting.__file__):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Attribute) and called.attr in LEVELS and _logs(called.value):
                first = node.args[0] if node.args else None
                if not (isinstance(first, ast.Constant) and isinstance(first.value, str)):
                    wrong.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert wrong == []


LEVELS = ("debug", "info", "warning", "error", "critical", "exception", "log")


def _logs(owner: ast.expr) -> bool:
    return isinstance(owner, ast.Name) and owner.id in ("_log", "logger", "logging")
