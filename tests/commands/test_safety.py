"""``desk backup``, ``restore``, ``check`` and ``upgrade``, used for real."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from desk.calls.drafts import Draft, DraftFile
from desk.models import backup
from desk.models.database import FILE_NAME
from desk.models.schema import HISTORY
from desk.settings import Settings, save
from tests.conftest import MORNING


def numbers(desk, folder: Path) -> set[str]:
    said = desk("queue", "--limit", "1000", "--json", "--data", folder)
    assert said.code == 0
    return {json.loads(line)["number"] for line in said.out.splitlines()}


def test_a_backup_is_made_said_and_restored(desk, data):
    first = desk("new", "厨房水管漏水", "--data", data).out.strip()
    said = desk("backup", "--data", data)
    (copy,) = (data / "backups").iterdir()
    assert (said.code, said.out, said.err) == (0, f"备份已存到 {copy}。\n", "")
    second = desk("new", "楼道灯不亮", "--data", data).out.strip()
    assert numbers(desk, data) == {first, second}
    said = desk("restore", copy, "--data", data)
    assert said.code == 0
    assert numbers(desk, data) == {first}
    kept = next((data / "backups").glob("before-restore-*"))
    assert str(kept) in said.out
    assert desk("restore", kept, "--data", data).code == 0
    assert numbers(desk, data) == {first, second}
    assert desk("check", "--data", data).code == 0


def test_answers_in_json(desk, data, tmp_path):
    target = tmp_path / "out" / "copy.sqlite"
    said = desk("backup", "-o", target, "--data", data, "--json")
    assert json.loads(said.out) == {"backup": str(target)}
    said = desk("restore", target, "--data", data, "--json")
    assert json.loads(said.out)["restored"] == str(target)
    assert Path(json.loads(said.out)["kept"]).exists()
    said = desk("check", "--data", data, "--json")
    assert json.loads(said.out)["sound"] is True
    said = desk("upgrade", "--data", data, "--json")
    assert json.loads(said.out) == {"steps": []}


def test_a_backup_goes_into_a_folder_that_is_named(desk, data, tmp_path):
    desk("backup", "--out", tmp_path, "--data", data)
    (copy,) = tmp_path.glob("by-hand-*.sqlite")
    assert backup.check(copy)


def test_a_backup_overwrites_nothing_least_of_all_the_database(desk, data, tmp_path):
    letter = tmp_path / "letter.docx"
    letter.write_text("dear", "utf-8")
    for target in (letter, data / FILE_NAME):
        assert desk("backup", "-o", target, "--data", data).refused("backup.exists", file=target)
    assert letter.read_text("utf-8") == "dear"
    assert desk("check", "--data", data).code == 0


def test_a_fresh_folder_gets_a_restored_database(desk, data, tmp_path):
    number = desk("new", "厨房水管漏水", "--data", data).out.strip()
    desk("backup", "-o", tmp_path / "copy.sqlite", "--data", data)
    said = desk("restore", tmp_path / "copy.sqlite", "--data", tmp_path / "another" / "place")
    assert (said.code, said.out) == (0, "已恢复。\n")
    assert numbers(desk, tmp_path / "another" / "place") == {number}


def test_a_file_that_cannot_serve_makes_no_folder(desk, tmp_path):
    folder = tmp_path / "data"
    said = desk("restore", tmp_path / "gone.sqlite", "--data", folder)
    assert said.refused("database.missing", file="gone.sqlite")
    (tmp_path / "letter.txt").write_text("x" * 5000, "utf-8")
    said = desk("restore", tmp_path / "letter.txt", "--data", folder)
    assert said.refused("database.damaged", file="letter.txt")
    assert not folder.exists()


def test_nothing_is_restored_under_an_open_window(desk, data, tmp_path):
    desk("backup", "-o", tmp_path / "copy.sqlite", "--data", data)
    window, _ = DraftFile.claim(data)
    window.save([Draft.new(MORNING)])
    said = desk("restore", tmp_path / "copy.sqlite", "--data", data)
    assert said.refused("restore.in_use", folder=data)
    window.release()
    assert desk("restore", tmp_path / "copy.sqlite", "--data", data).code == 0


def test_data_on_a_server_is_not_copied_here(desk, data):
    save(data, Settings(database_url="postgresql://nowhere.invalid/desk"))
    assert desk("restore", data / FILE_NAME, "--data", data).refused("backup.postgres")


def test_a_server_is_checked_and_has_its_own_backups(desk, tmp_path, postgres):
    save(tmp_path, Settings(database_url=postgres.fresh_database()))
    said = desk("check", "--data", tmp_path)
    assert (said.code, said.err) == (0, "")
    assert desk("upgrade", "--data", tmp_path).code == 0
    assert desk("backup", "--data", tmp_path).refused("backup.postgres")


def test_a_server_that_is_not_there_is_told(desk, tmp_path):
    save(tmp_path, Settings(database_url=f"postgresql:///desk?host={tmp_path}"))
    assert desk("check", "--data", tmp_path).refused("database.unreachable")


def test_check_says_what_it_counted(desk, data):
    desk("new", "厨房水管漏水", "--data", data)
    said = desk("check", "--data", data, "--language", "en")
    assert said.code == 0
    assert said.out.startswith("Sound: 1 tickets, ")


def test_check_finds_a_journal_that_was_changed_from_outside(desk, data):
    desk("new", "厨房水管漏水", "--data", data)
    with sqlite3.connect(data / FILE_NAME) as connection:
        entry = connection.execute("SELECT max(id) FROM journal_entry").fetchone()[0]
        connection.execute("UPDATE journal_entry SET staff = 9 WHERE id = ?", (entry,))
    connection.close()
    assert desk("check", "--data", data).refused("journal.broken", entry=entry)


@pytest.mark.parametrize("command", ["check", "backup", "upgrade", "queue"])
def test_a_mistyped_folder_is_told_and_not_filled(desk, tmp_path, command):
    folder = tmp_path / "daat"
    assert desk(command, "--data", folder).refused("folder.empty", folder=folder)
    assert not folder.exists()


def test_upgrade_says_which_steps_ran(desk, data):
    said = desk("upgrade", "--data", data)
    assert (said.code, said.out) == (0, "无需升级：数据库已是最新版本。\n")


@pytest.mark.parametrize("command", ["check", "backup", "upgrade", "queue", "restore"])
def test_a_newer_database_is_refused_and_left_alone(desk, data, tmp_path, command):
    copy = backup.copy(data / FILE_NAME, tmp_path / "copy.sqlite")
    for path in (data / FILE_NAME, copy):
        with sqlite3.connect(path) as connection:
            connection.execute(
                f"INSERT INTO {HISTORY} (name, applied) VALUES ('9999_next', '2027')"
            )
        connection.close()
    named = [copy] if command == "restore" else []
    said = desk(command, *named, "--data", data)
    file = copy.name if command == "restore" else FILE_NAME
    assert said.refused("database.newer", file=file, migration="9999_next")
