"""A full disk, a lock, damage, a folder that cannot be written: one sentence, nothing half done.

Whatever had been acknowledged before is there after the next start.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from desk.calls.drafts import Draft, DraftFile
from desk.codes import Topic
from desk.models import backup, database
from desk.models.database import FILE_NAME, Store
from desk.models.journal import Actor
from desk.models.tables import Call, Ticket
from desk.refusals import Refusal
from desk.words.faults import as_refusal
from tests import disks
from tests.commands.conftest import Said, begin, piped
from tests.conftest import MORNING

Command = Callable[..., Said]

SENTENCES = "".join(f"厨房水管漏水,已经滴了{number}天\n" for number in range(600))


def queued(desk: Command, folder: Path) -> set[str]:
    said = desk("queue", "--limit", "10000", "--json", "--data", folder)
    assert (said.code, said.err) == (0, "")
    return {json.loads(line)["number"] for line in said.out.splitlines()}


def sound(desk: Command, folder: Path) -> bool:
    return desk("check", "--data", folder).code == 0


def everything(folder: Path) -> dict[str, bytes]:
    """Return what stands in the database's own files."""
    return {path.name: path.read_bytes() for path in folder.glob("desk.sqlite*")}


# --- a full disk ------------------------------------------------------------------------------


@pytest.mark.parametrize("leave", [0, 40_000, 150_000, 400_000])
def test_a_disk_that_runs_full_while_tickets_are_made(small_disk, desk, leave):
    folder = begin(small_disk / "data")
    ballast = disks.fill(small_disk, leave=leave)
    said = piped("new", "-", "--data", folder, feed=SENTENCES)
    assert Said(said.code, "", said.err).refused("disk.full")
    made = said.out.split()
    assert leave < 400_000 or made, "there was room for some"
    ballast.unlink()
    assert queued(desk, folder) == set(made)
    assert sound(desk, folder)
    store = Store.open(folder, MORNING)
    assert Ticket.select().count() == Call.select().count() == len(made)
    store.close()
    more = desk("new", "楼道灯不亮", "--data", folder)
    assert queued(desk, folder) == {*made, more.out.strip()}


def test_a_disk_without_room_for_a_first_database(small_disk):
    disks.fill(small_disk)
    with pytest.raises(Refusal) as refused:
        Store.open(small_disk / "data", MORNING)
    assert refused.value.code == "disk.full"


@pytest.mark.parametrize("leave", [20_000, 100_000, 250_000])
def test_a_first_database_that_fills_the_disk_is_made_the_next_time(small_disk, desk, leave):
    folder = small_disk / "data"
    folder.mkdir()
    ballast = disks.fill(small_disk, leave=leave)
    with pytest.raises((Refusal, sqlite3.Error, Exception)) as raised:
        Store.open(folder, MORNING)
    refusal = as_refusal(raised.value)
    assert refusal is not None
    assert refusal.code == "disk.full"
    ballast.unlink()
    begin(folder)
    assert sound(desk, folder)


def test_a_backup_that_finds_no_room_leaves_nothing(small_disk, desk):
    folder = begin(small_disk / "data")
    ballast = disks.fill(small_disk, leave=100_000)
    assert desk("backup", "--data", folder).refused("disk.full")
    ballast.unlink()
    assert list((folder / "backups").glob("*")) == []
    assert desk("backup", "--data", folder).code == 0


def test_a_restore_that_finds_no_room_leaves_the_old_database(small_disk, tmp_path, desk):
    folder = begin(small_disk / "data")
    desk("backup", "-o", tmp_path / "copy.sqlite", "--data", folder)
    number = desk("new", "厨房水管漏水", "--data", folder).out.strip()
    ballast = disks.fill(small_disk, leave=200_000)
    assert desk("restore", tmp_path / "copy.sqlite", "--data", folder).refused("disk.full")
    ballast.unlink()
    assert queued(desk, folder) == {number}
    assert sound(desk, folder)


def test_a_draft_that_finds_no_room_keeps_what_was_saved(small_disk):
    window, _ = DraftFile.claim(small_disk)
    draft = Draft.new(MORNING)
    draft.text = "厨房漏水"
    window.save([draft])
    ballast = disks.fill(small_disk)
    draft.text = "厨房漏水,一直滴" * 2000
    with pytest.raises(OSError, match="No space") as raised:
        window.save([draft])
    refusal = as_refusal(raised.value)
    assert refusal is not None
    assert refusal.code == "disk.full"
    window.release()
    ballast.unlink()
    window, drafts = DraftFile.claim(small_disk)
    assert [found.text for found in drafts] == ["厨房漏水"]
    assert not list((small_disk / "drafts").glob("*.partial"))
    window.release()


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (["slip", "0001"], "slip.pdf"),
        (["report", "day"], "day.pdf"),
        (["export", "tickets"], "tickets.xlsx"),
        (["export", "tickets"], "tickets.csv"),
    ],
    ids=lambda value: value if isinstance(value, str) else value[0],
)
def test_paper_that_finds_no_room_keeps_what_was_there(desk, data, small_disk, arguments, name):
    desk("new", "厨房水管漏水", "--data", data)
    target = small_disk / name
    target.write_bytes(b"yesterday's")
    disks.fill(small_disk)
    assert desk(*arguments, "-o", target, "--data", data).refused("disk.full")
    assert target.read_bytes() == b"yesterday's"
    assert sorted(path.name for path in small_disk.iterdir()) == sorted(["ballast", name])
    store = Store.open(data, MORNING)
    assert Ticket.get().slip_prints == 0
    store.close()


# --- somebody else holds it -------------------------------------------------------------------


def test_a_lock_that_is_held_too_long(desk, data, monkeypatch):
    monkeypatch.setattr(database, "PATIENCE", 0.05)
    holder = sqlite3.connect(data / FILE_NAME, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    assert desk("new", "厨房水管漏水", "--data", data).refused("database.locked")
    said = desk("queue", "--data", data)
    assert (said.code, said.err) == (0, ""), "reading goes on"
    holder.execute("ROLLBACK")
    holder.close()
    assert queued(desk, data) == set()
    number = desk("new", "厨房水管漏水", "--data", data).out.strip()
    assert queued(desk, data) == {number}


# --- damage -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [["new", "漏水"], ["queue"], ["find", "漏水"], ["check"], ["backup"], ["upgrade"]],
    ids=lambda arguments: arguments[0],
)
@pytest.mark.parametrize("content", [b"a letter, not a database" * 400, None])
def test_a_database_that_is_none_any_more(desk, data, arguments, content):
    path = data / FILE_NAME
    path.write_bytes(content if content is not None else path.read_bytes()[:5000])
    before = path.read_bytes()
    said = desk(*arguments, "--data", data)
    assert said.refused("database.damaged", file=FILE_NAME) or said.refused("database.damaged")
    assert path.read_bytes() == before


@pytest.fixture(scope="session")
def busy(begun: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A centre with a morning's tickets, to be copied."""
    folder = shutil.copytree(begun, tmp_path_factory.mktemp("busy") / "data")
    assert piped("new", "-", "--data", folder, feed=SENTENCES[:2000]).code == 0
    return Path(folder)


@pytest.mark.parametrize("seed", range(5))
def test_damaged_pages_end_in_a_sentence_and_a_backup_brings_all_back(desk, busy, tmp_path, seed):
    import random

    data = Path(shutil.copytree(busy, tmp_path / "data"))
    made = queued(desk, data)
    assert len(made) > 90
    desk("backup", "-o", tmp_path / "copy.sqlite", "--data", data)
    path = data / FILE_NAME
    chance = random.Random(seed)
    content = bytearray(path.read_bytes())
    for _ in range(40):
        place = chance.randrange(4096, len(content) - 64)
        content[place : place + 64] = chance.randbytes(64)
    path.write_bytes(content)
    for command in (["check"], ["queue"], ["new", "漏水"], ["find", "漏水"], ["backup"]):
        said = desk(*command, "--data", data)
        assert said.code in (0, 2), said.err
        assert said.err.count("\n") == (said.code == 2), said.err
    assert desk("check", "--data", data).code == 2
    assert desk("restore", tmp_path / "copy.sqlite", "--data", data).code == 0
    assert queued(desk, data) == made
    assert sound(desk, data)


# --- a folder that cannot be used -------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments", [["new", "漏水"], ["queue"], ["upgrade"]], ids=lambda arguments: arguments[0]
)
def test_a_folder_that_may_only_be_read(small_disk, desk, arguments):
    folder = begin(small_disk / "data")
    number = desk("new", "厨房水管漏水", "--data", folder).out.strip()
    disks.remount(small_disk, "ro")
    said = desk(*arguments, "--data", folder)
    assert said.refused("folder.readonly", folder=folder)
    disks.remount(small_disk, "rw")
    assert queued(desk, folder) == {number}


def test_a_file_where_the_folder_should_be(desk, tmp_path):
    file = tmp_path / "data"
    file.write_text("a letter", "utf-8")
    assert desk("queue", "--data", file).refused("folder.not_a_folder", folder=file)
    assert file.read_text("utf-8") == "a letter"


def test_a_folder_on_a_share(desk, data, monkeypatch):
    from desk.models import folder

    monkeypatch.setattr(folder, "_mounts", lambda _: [(str(data.parent), "cifs")])
    before = everything(data)
    assert desk("queue", "--data", data).refused("folder.network", folder=data, kind="cifs")
    assert everything(data) == before


def test_a_disk_that_is_gone(desk, data):
    """Pulled out under an open desk; then the next command finds no folder."""
    store = Store.open(data, MORNING)
    window, _ = DraftFile.claim(data)
    away = data.with_name("away")
    data.rename(away)
    with pytest.raises(Refusal) as refused, store.write(Actor(), MORNING) as write:
        write.log(Topic.TICKETS, 1, "ticket.received")
    assert refused.value.code == "database.unopenable"
    draft = Draft.new(MORNING)
    draft.text = "漏水"
    with pytest.raises(Refusal) as refused:
        window.save([draft])
    assert refused.value.code == "drafts.unwritable"
    window.release()
    store.close()
    assert desk("queue", "--data", data).refused("folder.empty", folder=data)
    away.rename(data)
    assert sound(desk, data)


def test_settings_that_cannot_be_read_are_the_defaults(desk, data):
    for content in (b"{", b"\xff\xfe", b"[" * 100_000, b'{"language": 7, "database_url": ["x"]}'):
        (data / "settings.json").write_bytes(content)
        assert desk("upgrade", "--data", data).out == "无需升级：数据库已是最新版本。\n"


# --- what belongs to the program --------------------------------------------------------------


@pytest.fixture
def resources(monkeypatch, tmp_path):
    """The program's resources, to be spoilt; found as in a bundle, before all others."""
    import sys

    from desk.resources import resource

    root = tmp_path / "bundle" / "resources"
    shutil.copytree(resource("words"), root / "words")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "bundle"), raising=False)
    return root


@pytest.mark.parametrize("spoilt", [["en"], ["en", "zh_CN"]], ids=len)
@pytest.mark.parametrize("content", [b"spoilt", b"", b"\xde\x12\x04\x95" + b"\xff" * 30, None])
def test_a_catalogue_that_cannot_be_read(desk, data, resources, spoilt, content):
    """One language that is left is enough for the sentence, and none leaves English."""
    for language in spoilt:
        catalogue = resources / "words" / language / "LC_MESSAGES" / "desk.mo"
        if content is None:
            catalogue.chmod(0)
            catalogue.unlink()
            catalogue.mkdir()
        else:
            catalogue.write_bytes(content)
    said = desk("upgrade", "--data", data, "--language", "en")
    assert (said.code, said.out) == (2, "")
    assert said.err.count("\n") == 1
    assert "words/en/LC_MESSAGES/desk.mo" in said.err


def test_a_missing_font(desk, data, tmp_path, monkeypatch):
    from desk import resources as found
    from desk.paper import fonts

    number = desk("new", "厨房水管漏水", "--data", data).out.strip()
    real = found.resource

    def missing(*parts: str) -> Path:
        if parts[0] == "fonts":
            raise Refusal("resource.missing", file="/".join(parts))
        return real(*parts)

    monkeypatch.setattr(fonts, "resource", missing)
    # Another test of this process may have set a page already.
    monkeypatch.setattr(fonts.pdfmetrics, "getRegisteredFontNames", list)
    target = tmp_path / "slip.pdf"
    said = desk("slip", number, "-o", target, "--data", data)
    assert said.code == 2
    assert said.err.count("\n") == 1
    assert ".ttf" in said.err
    assert not target.exists()
    assert queued(desk, data) == {number}


def test_copies_of_a_damaged_database_do_not_push_out_good_ones(data):
    from datetime import date, timedelta

    day = date(2026, 3, 1)
    for number in range(14):
        backup.daily(data / FILE_NAME, day + timedelta(number))
    (data / FILE_NAME).write_bytes(os.urandom(100_000))
    with pytest.raises(Exception) as raised:  # noqa: PT011
        backup.daily(data / FILE_NAME, day + timedelta(20))
    refusal = as_refusal(raised.value)
    assert refusal is not None
    assert refusal.code == "database.damaged"
    assert ".partial" not in str(refusal.fields)
    assert len(backup.kept(data / FILE_NAME)) == 14
