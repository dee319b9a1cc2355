"""What becomes of a file, whatever its name says it is."""

from pathlib import Path

import pytest

from desk.refusals import Refusal
from desk.sheets.reading import open_book
from desk.words.catalogue import Words
from desk.words.refused.sheets import SENTENCES
from desk.words.sentences import fields_of, sentence
from tests.sheets.made import (
    compound,
    label,
    old_workbook,
    packed_bytes,
    roster_rows,
    sheet_xml,
    workbook_parts,
)

CSV = "房号,业主\n101,林\n"
XLSX = packed_bytes(workbook_parts(sheet_xml(roster_rows())))
XML_2003 = (
    b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
)


def zipped(*names):
    return packed_bytes(dict.fromkeys(names, "<x/>"))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", XLSX),
        ("b.xls", XLSX),
        ("c.xlsx", CSV.encode()),
        ("d.xls", CSV.encode("gbk")),
        ("e.xlsx", old_workbook(label(0, 0, "房号"))),
        ("f", CSV.encode("utf-16")),
        ("g.xlsx", "<table><tr><td>房号</td></tr></table>".encode()),
        ("h.csv", "\ufeff\n<!DOCTYPE html>\n<table><tr><td>房号".encode()),
        ("i.txt", "<王>,房号\n".encode()),
        ("j.csv", "[王],房号\n".encode()),
    ],
)
def test_the_bytes_say_what_a_file_is(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    book = open_book(path)
    assert book.file == name
    assert "房号" in str(book.sheets[0].rows[0])
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "sheet.empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "sheet.picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "sheet.picture"),
        (b"GIF89a", "sheet.picture"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "sheet.picture"),
        (b"\0\0\0\x18ftypheic", "sheet.picture"),
        (b"%PDF-1.7\n", "sheet.pdf"),
        (b"{\\rtf1 x}", "sheet.word"),
        (b"SQLite format 3\0" + bytes(99), "sheet.database"),
        (b"Rar!\x1a\x07\0", "sheet.archive"),
        (b"\x1f\x8b\x08\0", "sheet.archive"),
        (b"MZ\x90\0" + bytes(range(256)) * 9, "sheet.unknown"),
        (bytes(range(1, 32)) * 99, "sheet.unknown"),
        (b"[" * 100_000 + b"]" * 100_000, "sheet.json"),
        (b' {"a": [1]}', "sheet.json"),
        (b"\xef\xbb\xbf[1, 2]", "sheet.json"),
        (XML_2003, "sheet.other_format"),
        (XML_2003.decode().encode("utf-16"), "sheet.other_format"),
        (b"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n", "sheet.other_format"),
        (b'<?xml version="1.0"?><note/>', "sheet.unknown"),
        (zipped("[Content_Types].xml", "word/document.xml"), "sheet.word"),
        (zipped("[Content_Types].xml", "ppt/presentation.xml"), "sheet.slides"),
        (zipped("[Content_Types].xml", "xl/workbook.bin"), "sheet.other_format"),
        (zipped("mimetype", "content.xml"), "sheet.other_format"),
        (zipped("花名册.csv"), "sheet.archive"),
        (zipped(), "sheet.archive"),
        (compound(WordDocument=b"x"), "sheet.word"),
        (compound(EncryptedPackage=b"x"), "sheet.password"),
        (XLSX[:-40], "sheet.incomplete"),
    ],
)
def test_what_is_no_table_is_refused_in_one_sentence(tmp_path, content, code):
    path = tmp_path / "花名册.xlsx"
    path.write_bytes(content)
    with pytest.raises(Refusal) as refused:
        open_book(path)
    assert refused.value.code == code
    for language in ("zh_CN", "en"):
        said = sentence(Words(language), refused.value)
        assert path.name in said
        assert "\n" not in said


def test_what_is_not_there_or_no_file_is_refused(tmp_path):
    with pytest.raises(Refusal) as refused:
        open_book(tmp_path / "花名册.xlsx")
    assert refused.value.code == "sheet.missing"
    with pytest.raises(Refusal) as refused:
        open_book(tmp_path)
    assert refused.value.code == "sheet.folder"


def test_what_another_program_holds_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "花名册.xlsx"
    path.write_bytes(XLSX)

    def held(*_, **__):
        raise PermissionError(13, "sharing violation")

    monkeypatch.setattr(Path, "open", held)
    with pytest.raises(Refusal) as refused:
        open_book(path)
    assert refused.value.code == "sheet.unreadable"


def test_a_file_that_is_too_large_is_not_read(tmp_path):
    path = tmp_path / "台账.csv"
    with path.open("wb") as file:
        file.write(CSV.encode())
        file.truncate(200_000_000)
    with pytest.raises(Refusal) as refused:
        open_book(path)
    assert refused.value.code == "sheet.too_large"
    assert refused.value.fields == {"file": "台账.csv", "size": 200, "most": 64}


def test_every_sentence_names_the_file_and_is_there_in_chinese():
    words = Words("zh_CN")
    for message in SENTENCES.values():
        chinese = words.say(message)
        assert chinese != message
        assert fields_of(chinese) == fields_of(message)
        assert "file" in fields_of(message)
