"""Nothing typed is lost: not by a crash, a full disk, a second window or a spoilt file."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.calls.drafts import FOLDER, Draft, DraftFile
from desk.codes import Channel
from desk.refusals import Refusal
from tests.conftest import MORNING


def draft(text: str, **more: object) -> Draft:
    made = Draft.new(MORNING)
    made.text = text
    for name, value in more.items():
        setattr(made, name, value)
    return made


def texts(drafts: list[Draft]) -> list[str]:
    return [found.text for found in drafts]


def reopened(folder: Path) -> list[Draft]:
    """Return what the next window finds."""
    window, drafts = DraftFile.claim(folder)
    window.release()
    return drafts


def test_everything_of_a_draft_comes_back(tmp_path):
    window, found = DraftFile.claim(tmp_path)
    assert found == []
    whole = draft(
        "厨房漏水 𠅤",
        channel=Channel.COUNTER,
        room=3,
        resident=4,
        article=5,
        place="南门",
        category=6,
        kind="repair",
        urgency="urgent",
        caller_name="张淑芬",
        caller_phone="13812345678",
        spot="水池下",
        door_note="有狗",
        appointment="明天 9:00",
        extra={"taken": True},
    )
    assert all(vars(whole).values()), "every part is tried"
    window.save([whole, draft("停水了")])
    window.release()
    first, second = reopened(tmp_path)
    assert first == whole
    assert first.started_at.tzinfo is UTC
    assert second.text == "停水了"
    assert second.key != first.key


def test_what_says_nothing_is_not_kept(tmp_path):
    window, _ = DraftFile.claim(tmp_path)
    window.save([draft(""), draft("  \n"), draft("", channel=Channel.COUNTER, kind="repair")])
    window.release()
    assert reopened(tmp_path) == []


@pytest.mark.parametrize(
    "said",
    [
        {"text": "漏"},
        {"caller_name": "张"},
        {"caller_phone": "138"},
        {"spot": "x"},
        {"door_note": "x"},
        {"room": 1},
        {"resident": 1},
        {"place": "南门"},
        {"appointment": "9:00"},
    ],
    ids=lambda said: next(iter(said)),
)
def test_the_least_that_was_typed_or_chosen_is_kept(said):
    assert not draft(said.pop("text", ""), **said).empty


def test_two_windows_have_two_slots_and_their_own_drafts(tmp_path):
    one, _ = DraftFile.claim(tmp_path)
    other, found = DraftFile.claim(tmp_path)
    assert (one.slot, other.slot) == ("1", "2")
    assert found == []
    assert DraftFile.open_windows(tmp_path) == 2
    one.save([draft("一")])
    other.save([draft("二")])
    one.release()
    assert DraftFile.open_windows(tmp_path) == 1
    again, found = DraftFile.claim(tmp_path)
    assert (again.slot, texts(found)) == ("1", ["一"])
    again.release()
    other.release()
    assert DraftFile.open_windows(tmp_path) == 0


def test_what_dead_windows_left_is_gathered_once(tmp_path):
    windows = [DraftFile.claim(tmp_path)[0] for _ in range(3)]
    for window, text in zip(windows, ("一", "二", "三"), strict=True):
        window.save([draft(text)])
    for window in windows:
        window.release()
    first, found = DraftFile.claim(tmp_path)
    assert texts(found) == ["一", "二", "三"]
    second, nothing = DraftFile.claim(tmp_path)
    assert nothing == []
    first.release()
    second.release()
    assert texts(reopened(tmp_path)) == ["一", "二", "三"]


def test_windows_that_start_together_share_what_was_left(tmp_path):
    """Each draft turns up in exactly one of them, or a call would be answered twice."""
    left = [DraftFile.claim(tmp_path)[0] for _ in range(8)]
    for number, window in enumerate(left):
        window.save([draft(str(number))])
    for window in left:
        window.release()
    start, claimed = threading.Barrier(4), []

    def window() -> None:
        start.wait()
        claimed.append(DraftFile.claim(tmp_path))

    threads = [threading.Thread(target=window) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = [text for _, drafts in claimed for text in texts(drafts)]
    for file, _ in claimed:
        file.release()
    assert len(found) == len(set(found))
    assert {*found, *texts(reopened(tmp_path))} == {str(number) for number in range(8)}


def test_a_crash_while_gathering_neither_loses_nor_doubles(tmp_path, monkeypatch):
    one, _ = DraftFile.claim(tmp_path)
    two, _ = DraftFile.claim(tmp_path)
    two.save([draft("二")])
    one.release()
    two.release()
    with monkeypatch.context() as crash:
        # The drafts are saved in their new place, and the power goes before the old is removed.
        crash.setattr(Path, "unlink", lambda *_, **__: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            DraftFile.claim(tmp_path)
    assert texts(reopened(tmp_path)) == ["二"]
    assert texts(reopened(tmp_path)) == ["二"]


TYPES = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from desk.calls.drafts import Draft, DraftFile
window, drafts = DraftFile.claim(Path(sys.argv[1]))
draft = Draft.new(datetime(2026, 3, 4, 1, tzinfo=UTC))
for character in "厨房漏水一直滴" * 1000:
    draft.text += character
    window.save([*drafts, draft])
    print(len(draft.text), flush=True)
"""


@pytest.mark.parametrize("keys", [1, 17, 60])
def test_a_window_that_is_killed_leaves_every_key_it_had_saved(tmp_path, keys):
    window = subprocess.Popen(
        [sys.executable, "-c", TYPES, tmp_path],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.curdir},
    )
    assert window.stdout is not None
    saved = [int(window.stdout.readline()) for _ in range(keys)]
    window.send_signal(signal.SIGKILL)
    saved += [int(line) for line in window.stdout.read().splitlines()]
    window.wait()
    window.stdout.close()
    (found,) = reopened(tmp_path)
    assert len(found.text) >= max(saved)
    assert found.text == ("厨房漏水一直滴" * 1000)[: len(found.text)]
    assert [path.name for path in (tmp_path / FOLDER).glob("*.partial")] == []


@pytest.mark.parametrize("step", ["open", "fsync", "replace"])
def test_a_save_that_fails_keeps_what_was_saved_before(tmp_path, monkeypatch, step):
    window, _ = DraftFile.claim(tmp_path)
    window.save([draft("漏水")])

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as disk:
        if step == "open":
            disk.setattr(Path, "open", full)
        elif step == "fsync":
            disk.setattr(os, "fsync", full)
        else:
            disk.setattr(Path, "replace", full)
        with pytest.raises(OSError, match="full"):
            window.save([draft("另一句")])
    window.release()
    assert texts(reopened(tmp_path)) == ["漏水"]
    assert sorted(path.suffix for path in (tmp_path / FOLDER).iterdir()) == [".json", ".lock"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"7",
        b"null",
        b'"text"',
        b"[1, 2]",
        b'[{"text": "x"}]',
        b'{"key": "x"}',
        b"[" * 100_000,
        json.dumps([{"key": "k", "started_at": "x", "channel": "phone"}]).encode(),
        json.dumps([{"key": "k", "started_at": str(MORNING), "channel": "fax"}]).encode(),
        json.dumps(
            [{"key": "k", "started_at": str(MORNING), "channel": "phone", "text": 7}]
        ).encode(),
        json.dumps(
            [{"key": "k", "started_at": str(MORNING), "channel": "phone", "room": [1]}]
        ).encode(),
    ],
    ids=range(14),
)
def test_a_file_that_cannot_be_read_is_kept_aside(tmp_path, content):
    folder = tmp_path / FOLDER
    folder.mkdir()
    (folder / "1.json").write_bytes(content)
    assert reopened(tmp_path) == []
    assert [path.read_bytes() for path in folder.glob("*.unreadable")] == [content]


def test_files_that_cannot_be_read_are_all_kept(tmp_path):
    folder = tmp_path / FOLDER
    folder.mkdir()
    for content in (b"one", b"two"):
        (folder / "1.json").write_bytes(content)
        assert reopened(tmp_path) == []
    assert {path.read_bytes() for path in folder.glob("*.unreadable")} == {b"one", b"two"}


def test_a_bad_draft_does_not_take_the_good_ones_with_it(tmp_path):
    window, _ = DraftFile.claim(tmp_path)
    window.save([draft("一"), draft("二")])
    window.release()
    path = tmp_path / FOLDER / "1.json"
    items = json.loads(path.read_bytes())
    items.insert(1, {"text": "no draft"})
    path.write_text(json.dumps(items), "utf-8")
    assert texts(reopened(tmp_path)) == ["一", "二"]
    assert len(list(path.parent.glob("*.unreadable"))) == 1
    assert texts(reopened(tmp_path)) == ["一", "二"], "they are saved again at once"


def test_what_a_newer_program_added_is_passed_over(tmp_path):
    window, _ = DraftFile.claim(tmp_path)
    window.save([draft("一")])
    window.release()
    path = tmp_path / FOLDER / "1.json"
    items = json.loads(path.read_bytes())
    items[0]["mood"] = "angry"
    path.write_text(json.dumps(items), "utf-8")
    assert texts(reopened(tmp_path)) == ["一"]


def test_a_moment_without_a_zone_is_this_computers(tmp_path):
    folder = tmp_path / FOLDER
    folder.mkdir()
    item = {"key": "k", "started_at": "2026-03-04T09:00:00", "channel": "phone", "text": "漏"}
    (folder / "1.json").write_text(json.dumps([item]), "utf-8")
    (found,) = reopened(tmp_path)
    assert found.started_at == datetime(2026, 3, 4, 9).astimezone()


def test_very_many_windows_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("desk.calls.drafts._SLOTS", 2)
    windows = [DraftFile.claim(tmp_path)[0] for _ in range(2)]
    with pytest.raises(Refusal) as refused:
        DraftFile.claim(tmp_path)
    for window in windows:
        window.release()
    assert refused.value.code == "drafts.no_slot"


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / FOLDER).write_text("a file", "utf-8")
    with pytest.raises((Refusal, OSError)) as raised:
        DraftFile.claim(tmp_path)
    assert getattr(raised.value, "code", None) == "drafts.unwritable"


def test_a_folder_without_drafts_has_no_windows(tmp_path):
    assert DraftFile.open_windows(tmp_path) == 0
    assert list(tmp_path.iterdir()) == []


@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(st.characters(), min_size=1).filter(str.strip))
def test_whatever_is_typed_comes_back(tmp_path, text):
    """Half a character too, as an input method may leave it."""
    window, _ = DraftFile.claim(tmp_path)
    window.save([draft(text)])
    window.release()
    assert texts(reopened(tmp_path)) == [text]
