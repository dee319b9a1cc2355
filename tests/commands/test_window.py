"""A window that cannot open says why in one sentence and ends; nothing has been touched."""

from __future__ import annotations

import sqlite3
import subprocess

import pytest

from desk.models.database import FILE_NAME
from tests import disks
from tests.commands.conftest import Said, begin, command, environment


def opened(*arguments: object) -> Said:
    done = subprocess.run(
        command(*arguments),
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment() | {"QT_QPA_PLATFORM": "offscreen"},
        timeout=60,
        check=False,
    )
    return Said(done.returncode, done.stdout, done.stderr)


def test_a_damaged_database(data):
    (data / FILE_NAME).write_bytes(b"damaged" * 1000)
    assert opened("--data", data).refused("database.damaged", file=FILE_NAME)
    assert (data / FILE_NAME).read_bytes() == b"damaged" * 1000


def test_a_newer_database(data):
    with sqlite3.connect(data / FILE_NAME) as connection:
        connection.execute("INSERT INTO schema_migration (name, applied) VALUES ('9999_x', '')")
    connection.close()
    said = opened("--data", data, "--language", "en")
    assert said.refused("database.newer", "en", file=FILE_NAME, migration="9999_x")


@pytest.mark.parametrize("inside", [False, True])
def test_a_file_where_the_folder_should_be(tmp_path, inside):
    file = tmp_path / "data"
    file.write_text("a letter", "utf-8")
    said = opened("--data", file / "desk" if inside else file)
    assert said.refused("folder.not_a_folder", folder=file)


def test_a_full_disk(small_disk):
    folder = begin(small_disk / "data")
    disks.fill(small_disk)
    assert opened("--data", folder).refused("disk.full")


def test_a_server_that_is_not_there(tmp_path):
    from desk.settings import Settings, save

    save(tmp_path, Settings(database_url=f"postgresql:///desk?host={tmp_path}"))
    assert opened("--data", tmp_path).refused("database.unreachable")
