"""A file is written whole and on the disk, or it holds what it held before."""

from __future__ import annotations

import errno
import os
import threading
from pathlib import Path

import pytest

from desk import files


def test_what_is_put_is_there_and_nothing_beside_it(tmp_path):
    path = tmp_path / "a.json"
    for content in (b"one", b"", b"two" * 100_000):
        files.put(path, content)
        assert path.read_bytes() == content
    assert [file.name for file in tmp_path.iterdir()] == ["a.json"]


@pytest.mark.parametrize("step", ["open", "fsync", "replace"])
def test_what_fails_keeps_what_was_there(tmp_path, monkeypatch, step):
    path = tmp_path / "a.json"
    path.write_bytes(b"before")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os if step == "fsync" else Path, step, full)
    with pytest.raises(OSError, match="full"):
        files.put(path, b"after")
    monkeypatch.undo()
    assert path.read_bytes() == b"before"
    assert [file.name for file in tmp_path.iterdir()] == ["a.json"]


def test_what_is_put_is_synced_with_its_name(tmp_path, monkeypatch):
    synced, real = [], os.fsync

    def fsync(handle: int) -> None:
        synced.append(Path(f"/proc/self/fd/{handle}").readlink().name)
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    files.put(tmp_path / "a.json", b"x")
    assert synced[0].startswith("a.json.")
    assert synced[0].endswith(files.PARTIAL)
    assert synced[1:] == [tmp_path.name]


def test_of_many_that_put_at_once_one_is_there_whole(tmp_path):
    path, start, failed = tmp_path / "a.json", threading.Barrier(4), []

    def put(content: bytes) -> None:
        start.wait()
        try:
            for _ in range(20):
                files.put(path, content)
        except OSError as error:
            failed.append(error)

    contents = [bytes([number]) * 50_000 for number in range(4)]
    threads = [threading.Thread(target=put, args=(content,)) for content in contents]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert path.read_bytes() in contents
    assert [file.name for file in tmp_path.iterdir()] == ["a.json"]
