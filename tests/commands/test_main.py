"""The command line itself: help, mistakes, languages, readers that go away."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from argparse import SUPPRESS
from pathlib import Path

import pytest

from desk import __version__
from desk.__main__ import COMMANDS, build_parser
from desk.commands import check
from desk.commands.parser import arranged
from desk.settings import Settings, save
from desk.words.catalogue import Words
from tests.commands.conftest import command, environment, piped

CHINESE = re.compile("[\u4e00-\u9fff]")


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_command_says_how_it_is_written(desk, name, language):
    said = desk(name, "--language", language, "--help")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(("写法： desk " if language == "zh_CN" else "Written: desk ") + name)
    assert bool(CHINESE.search(said.out)) == (language == "zh_CN")
    assert "--data" in said.out or name == "due"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_explained_in_chinese(name):
    parser = build_parser([name], Words("zh_CN"))
    words = Words("zh_CN")
    (commands,) = [action for action in parser._actions if action.choices]
    assert [choice.dest for choice in commands._choices_actions] == [name]
    helps = [commands._choices_actions[0].help]
    helps += [action.help for action in commands.choices[name]._actions]
    assert all(helps), "each command, option and argument has a help"
    helps = [text for text in helps if text != SUPPRESS]
    assert [text for text in helps if not CHINESE.search(words.say(text))] == []


@pytest.mark.parametrize("how", [["--help"], ["-h"], ["--language", "zh_CN", "--help"]])
def test_help_names_every_command(desk, how):
    said = desk(*how)
    assert said.code == 0
    assert [name for name in COMMANDS if not re.search(rf"^ +{name} ", said.out, re.M)] == []
    assert CHINESE.search(said.out)


def test_the_version_is_said(desk):
    assert desk("--version").out == f"desk {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "code", "fields"),
    [
        (["chekc"], "command.unknown", {"word": "chekc"}),
        (["check", "--jsno"], "command.unexpected", {"words": "--jsno"}),
        (["check", "all", "of it"], "command.unexpected", {"words": "all of it"}),
        (["restore"], "command.incomplete", {"what": "FILE"}),
        (["check", "--data"], "command.value_missing", {"option": "--data"}),
        (["due", "--policy"], "command.value_missing", {"option": "--policy"}),
    ],
)
def test_a_mistake_gets_one_sentence(desk, arguments, code, fields):
    named = {"command": f"desk {arguments[0]}"} if code != "command.unknown" else {}
    for language in ("zh_CN", "en"):
        said = desk("--language", language, *arguments)
        assert said.refused(code, language, **named, **fields), said.err


def test_a_value_that_cannot_be_is_named(desk):
    said = desk("check", "--language", "fr")
    fields = {"command": "desk check", "option": "--language", "value": "fr"}
    assert said.refused("command.value", **fields)


def test_the_language_is_this_computers_unless_it_is_named(desk, data):
    save(data, Settings(language="en"))
    assert "up to date" in desk("upgrade", "--data", data).out
    assert CHINESE.search(desk("upgrade", "--data", data, "--language", "zh_CN").out)
    assert "--jsno" in desk("upgrade", "--data", data, "--jsno").err
    assert not CHINESE.search(desk("upgrade", "--data", data, "--jsno").err)


@pytest.mark.parametrize(
    ("written", "means"),
    [
        ([], ["window"]),
        (["--data", "d"], ["window", "--data", "d"]),
        (["--data", "check"], ["window", "--data", "check"]),
        (["--data", "d", "check", "--json"], ["check", "--data", "d", "--json"]),
        (["--data=d", "--language=en", "check"], ["check", "--data=d", "--language=en"]),
        (["check", "--data", "d"], ["check", "--data", "d"]),
        (["--help"], ["--help"]),
        (["--version"], ["--version"]),
        (["--nonsense"], ["window", "--nonsense"]),
        (["--data"], ["window", "--data"]),
    ],
)
def test_the_folder_and_the_language_may_stand_before_the_command(written, means):
    assert arranged(written, COMMANDS) == means


def test_a_mistake_of_ours_is_reported_without_anybodys_data(desk, data, monkeypatch):
    def fail(_args: object, _words: object) -> int:
        caller = "张淑芬 13812345678"
        raise KeyError(caller)

    monkeypatch.setattr(check, "run", fail)
    said = desk("check", "--data", data)
    assert said.code == 1
    assert "程序本身出错了" in said.err
    assert "builtins.KeyError" in said.err
    assert "test_main.py" in said.err
    assert "张淑芬" not in said.err
    assert "13812345678" not in said.err


def test_an_interrupted_command_ends_as_shells_expect(desk, data, monkeypatch):
    def interrupted(_args: object, _words: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "run", interrupted)
    said = desk("check", "--data", data)
    assert (said.code, said.out, said.err) == (130, "", "")


def test_a_reader_that_goes_away_is_nothing_to_talk_about(data):
    piped("new", "-", "--data", data, feed="漏水\n" * 30)
    listing = shlex.join(map(str, command("queue", "--limit", "30", "--data", data)))
    script = f"{listing} | head -n 1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", script],
        capture_output=True,
        env=environment(),
        timeout=60,
        check=False,
    )
    assert done.stderr == b""
    assert done.stdout.count(b"\n") == 1
    assert done.returncode == 0


def test_nobody_reads_at_all(data):
    """The reader is gone before the first word is written."""
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        command("check", "--data", data),
        stdout=write,
        stderr=subprocess.PIPE,
        env=environment(),
        timeout=60,
        check=False,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full device")
def test_an_answer_that_finds_no_room_is_told(data):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command("check", "--data", data, "--language", "en"),
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            timeout=60,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.decode().startswith("The disk is full.")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_a_terminal_of_few_characters_stops_no_answer(data, locale):
    plain = {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run(
        command("check", "--data", data),
        capture_output=True,
        env=environment() | plain | {"PYTHONIOENCODING": "ascii"},
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "数据" in done.stdout.decode("utf-8")


LOADED = """
import sys
from desk.__main__ import main
main(sys.argv[1:])
print(*sys.modules)
"""


def test_a_command_imports_no_other_and_no_window(data):
    said = subprocess.run(
        [sys.executable, "-c", LOADED, "upgrade", "--data", str(data)],
        capture_output=True,
        text=True,
        env=environment(),
        timeout=60,
        check=True,
    )
    loaded = set(said.stdout.split())
    assert "desk.commands.upgrade" in loaded
    others = {f"desk.commands.{name}" for name in COMMANDS} - {"desk.commands.upgrade"}
    assert not loaded & (others | {"PySide6", "reportlab", "openpyxl", "pypinyin"})
