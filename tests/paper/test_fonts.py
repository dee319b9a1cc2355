"""The faces are there or refused in a sentence, and what they cannot show is seen to be missing."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace

import pytest

from desk.paper.fonts import MISSING, REGULAR, load, set_up, settable, to_unicode
from desk.paper.slip import slip
from desk.refusals import Refusal
from desk.resources import resource
from desk.words.catalogue import Words
from tests.paper.samples import ORDER, text


def refused(path) -> str:
    with pytest.raises(Refusal) as no:
        load(REGULAR, path)
    assert no.value.code == "paper.font_missing"
    return no.value.fields["file"]


def test_a_missing_face_is_named(tmp_path):
    assert refused(tmp_path / "NotoSansSC-Regular.ttf") == "NotoSansSC-Regular.ttf"


@pytest.mark.parametrize("size", [0, 3, 40, 4_000, 5_000_000, -5_000])
def test_a_cut_face_is_refused(tmp_path, size):
    whole = resource("fonts", "NotoSansSC-Bold.ttf").read_bytes()
    (tmp_path / "Bold.ttf").write_bytes(whole[:size])
    assert refused(tmp_path / "Bold.ttf") == "Bold.ttf"


def test_a_face_of_rubbish_is_refused(tmp_path):
    (tmp_path / "face.ttf").write_bytes(b"\x00\x01\x00\x00" + bytes(range(256)) * 50)
    assert refused(tmp_path / "face.ttf") == "face.ttf"


def test_rare_characters_can_be_copied():
    set_up()
    assert text(slip([replace(ORDER, caller_name="𠅤𬭊㛃")], Words("zh_CN"))).count("𠅤𬭊㛃") == 1


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
def test_another_reader_copies_the_same(tmp_path):
    pdf = tmp_path / "slip.pdf"
    pdf.write_bytes(slip([replace(ORDER, caller_name="𠅤䶮")], Words("zh_CN")))
    said = subprocess.run(
        ["pdftotext", "-raw", str(pdf), "-"], capture_output=True, check=True
    ).stdout.decode()
    assert "𠅤䶮" in said
    for words in (
        "厨房水槽下面一直滴水，关了角阀还滴。",
        "家有小狗，先打电话；穿鞋套",
        "138****5678",
    ):
        assert words in said


def test_the_map_of_characters_is_utf16_in_blocks_of_a_hundred():
    cmap = to_unicode("X", [0, 0x20164, *range(0x4E00, 0x4E00 + 150)])
    assert "<01> <D840DD64>" in cmap
    assert "<00> <" not in cmap.replace("<00> <FF>", "")
    assert [line for line in cmap.splitlines() if line.endswith("beginbfchar")] == [
        "100 beginbfchar", "51 beginbfchar",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "set_as"),
    [
        ("漏水 abc", "漏水 abc"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\tb\x00c\x7f", "a b c "),
        ("\u200e1\u200d2\ufeff\ufe0f", "12"),
        ("1\u00a02\u3000", "1 2\u3000"),
        ("😀 \ue000 \ud800", f"{MISSING} {MISSING} {MISSING}"),
        ("葛\U000e0100城", "葛城"),
    ],
)
def test_what_cannot_be_set_is_a_space_nothing_or_a_box(typed, set_as):
    set_up()
    assert settable(typed) == set_as
