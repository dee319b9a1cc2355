"""What belongs to this computer is kept, and a spoilt file costs a default and nothing else."""

from __future__ import annotations

import json
from dataclasses import asdict, fields

import pytest

from desk.settings import FILE_NAME, Settings, load, save

CHANGED = Settings(
    language="en",
    scheme="dark",
    database_url="postgresql://server/desk",
    desk="前台一",
    printer="HP 打印机",
    paper="A4",
    print_new=True,
    sound=False,
)


def test_every_setting_is_kept(tmp_path):
    assert all(
        getattr(CHANGED, known.name) != known.default
        for known in fields(Settings)
        if hasattr(CHANGED, known.name) and known.name in asdict(CHANGED)
    ), "every one is tried"
    save(tmp_path, CHANGED)
    assert load(tmp_path) == CHANGED


def test_nothing_written_is_all_defaults(tmp_path):
    assert load(tmp_path) == load(tmp_path / "nowhere") == Settings()


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff\xfe", b"7", b"[]", b"null", b"[" * 100_000], ids=range(7)
)
def test_a_spoilt_file_is_all_defaults(tmp_path, content):
    (tmp_path / FILE_NAME).write_bytes(content)
    assert load(tmp_path) == Settings()


@pytest.mark.parametrize(
    "wrong",
    [
        {"language": "fr"},
        {"language": 7},
        {"scheme": "purple"},
        {"paper": "B5"},
        {"sound": "yes"},
        {"print_new": 1},
        {"database_url": None},
        {"colour": "red"},
    ],
    ids=lambda wrong: str(wrong),
)
def test_one_wrong_setting_is_its_default_and_the_others_stay(tmp_path, wrong):
    written = asdict(Settings(desk="前台一")) | wrong
    (tmp_path / FILE_NAME).write_text(json.dumps(written), "utf-8")
    assert load(tmp_path) == Settings(desk="前台一")


def test_settings_of_an_older_program_lack_some(tmp_path):
    (tmp_path / FILE_NAME).write_text('{"desk": "前台一"}', "utf-8")
    assert load(tmp_path) == Settings(desk="前台一")
