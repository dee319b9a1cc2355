"""Workbooks made to do harm, or so broken that they would."""

import zipfile

import pytest

from desk.refusals import Refusal
from desk.sheets import guard
from desk.sheets.reading import open_book
from tests.sheets.made import pack, roster_rows, sheet_xml, text_cell, workbook, workbook_parts

DTD = '<!DOCTYPE x [<!ENTITY a "哈"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>'


@pytest.fixture
def path(tmp_path):
    return tmp_path / "花名册.xlsx"


def refused(path):
    with pytest.raises(Refusal) as refusal:
        open_book(path)
    assert refusal.value.fields["file"] == path.name
    return refusal.value.code


def test_what_declares_far_too_much_is_not_unpacked(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in workbook_parts(sheet_xml(roster_rows())).items():
            archive.writestr(name, content)
        with archive.open("xl/worksheets/s2.xml", "w", force_zip64=True) as part:
            for _ in range(60):
                part.write(bytes(1_000_000))
    assert refused(path) == "sheet.bomb"


def test_what_declares_too_little_is_stopped_there(path):
    xml = sheet_xml(roster_rows(20_000))
    workbook(path, xml)
    data = bytearray(path.read_bytes())
    true, told = len(xml.encode()).to_bytes(4, "little"), (1000).to_bytes(4, "little")
    assert data.count(true) >= 2
    path.write_bytes(bytes(data.replace(true, told)))
    assert refused(path) == "sheet.incomplete"


def test_what_is_counted_counts_too(path, monkeypatch):
    parts = workbook_parts(sheet_xml(roster_rows(200)))
    # The same part under several names: each small, together too much.
    relations = "xl/_rels/workbook.xml.rels"
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(
        "</sheets>",
        "".join(f'<sheet name="又{n}" sheetId="{n + 9}" r:id="rId1"/>' for n in range(50))
        + "</sheets>",
    )
    assert relations in parts
    pack(path, parts)
    monkeypatch.setattr(guard, "MOST_UNPACKED", 500_000)
    assert refused(path) == "sheet.bomb"


def test_thousands_of_parts_are_refused(path):
    parts = workbook_parts(sheet_xml(roster_rows()))
    pack(path, parts | {f"xl/media/{n}": "" for n in range(6_000)})
    assert refused(path) == "sheet.bomb"


@pytest.mark.parametrize(
    "part",
    ["xl/worksheets/s1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
     "docProps/core.xml", "xl/_rels/workbook.xml.rels"],
)  # fmt: skip
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_dtd_in_any_part_is_refused(path, part, encoding):
    parts = workbook_parts(sheet_xml(roster_rows()), strings="<sst/>", styles="<styleSheet/>")
    xml = parts.get(part, "<x/>")
    xml = xml[xml.index("?>") + 2 :] if xml.startswith("<?xml") else xml
    declared = f'<?xml version="1.0" encoding="{encoding}"?>{DTD}{xml}'
    pack(path, parts | {part: declared.encode(encoding)})
    assert refused(path) == "sheet.doctype"


def test_a_dtd_far_behind_the_beginning_is_refused(path):
    before = f"<!--{'x' * 10_000}-->{DTD}"
    assert refused(workbook(path, sheet_xml(roster_rows(), before=before))) == "sheet.doctype"


def test_names_that_lead_elsewhere_lead_nowhere(path, tmp_path):
    parts = workbook_parts(sheet_xml(roster_rows()))
    pack(path, parts | {"../outside.txt": "x", "/outside.txt": "x", "..\\outside.txt": "x"})
    assert len(open_book(path).sheets[0].rows) == 4
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    assert not (tmp_path.parent / "outside.txt").exists()


@pytest.mark.parametrize("far", ["XFD1048576", "A1048576", "XFD9", "A900000"])
def test_a_letter_in_a_far_cell_costs_its_row_alone(path, far):
    number = far.lstrip("XFDA")
    rows = roster_rows() + f'<row r="{number}">{text_cell(far, "x")}</row>'
    (sheet,) = open_book(workbook(path, sheet_xml(rows))).sheets
    assert [row.number for row in sheet.rows] == [1, 2, 3, 4]
    assert [(unread.row, unread.why.code) for unread in sheet.unread] == [
        (int(number), "sheet.row_far_in_sheet")
    ]


def test_a_table_further_down_is_no_slip(path):
    rows = roster_rows() + "".join(
        f'<row r="{n}">{text_cell(f"A{n}", "x")}</row>' for n in range(20_000, 20_040)
    )
    (sheet,) = open_book(workbook(path, sheet_xml(rows))).sheets
    assert len(sheet.rows) == 44
    assert not sheet.unread


def test_columns_without_end_are_cut_off_and_told_of(path):
    rows = roster_rows() + f'<row r="5">{text_cell("A5", "3")}{text_cell("ZZZ5", "x")}</row>'
    assert refused(workbook(path, sheet_xml(rows))) == "sheet.too_many_cells"
    book = open_book(workbook(path, sheet_xml(rows.replace("ZZZ5", "XFD5"))))
    assert book.sheets[0].rows[-1] == (5, ("3",))
    (note,) = book.notes
    assert (note.code, note.fields["sheet"]) == ("sheet.columns_in_sheet", "表1")


def test_merged_areas_are_never_walked_by_their_size(path):
    areas = "".join(f'<mergeCell ref="A{n}:XFD{1048576 - n}"/>' for n in range(1, 4_000))
    areas += '<mergeCell ref="nonsense"/><mergeCell ref="A9:A2"/><mergeCell ref="A0:B1"/>'
    merged = f"<mergeCells>{areas}</mergeCells>"
    (sheet,) = open_book(workbook(path, sheet_xml(roster_rows(50), after=merged))).sheets
    assert len(sheet.rows) == 51
    assert len(sheet.merged) == 1


def test_cells_without_end_are_refused(path):
    rows = "<row>" + "<c/>" * 16_384 + "</row>"
    assert refused(workbook(path, sheet_xml(rows * 190))) == "sheet.too_many_cells"


@pytest.mark.parametrize("row", ["0", "1048577", "99999999999", "-1", "x"])
def test_rows_that_cannot_be_make_the_file_damaged(path, row):
    rows = f'<row r="{row}"><c><v>1</v></c></row>'
    assert refused(workbook(path, sheet_xml(rows))) == "sheet.incomplete"


def test_a_copy_that_was_cut_off_is_refused_wherever_it_ends(path):
    whole = workbook(path, sheet_xml(roster_rows(20))).read_bytes()
    for end in range(4, len(whole), 61):
        path.write_bytes(whole[:end])
        assert refused(path) == "sheet.incomplete"


def test_bytes_that_changed_on_the_way_are_noticed(path):
    whole = workbook(path, sheet_xml(roster_rows(200))).read_bytes()
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo("xl/worksheets/s1.xml")
    at = info.header_offset + 30 + len(info.filename) + info.compress_size // 2
    path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
    assert refused(path) == "sheet.incomplete"


def test_an_encrypted_archive_has_a_password(path):
    whole = bytearray(workbook(path, sheet_xml(roster_rows())).read_bytes())
    at = whole.index(b"PK\x01\x02")
    whole[at + 8] |= 1
    path.write_bytes(bytes(whole))
    assert refused(path) == "sheet.password"


def test_xml_that_breaks_off_is_damaged(path):
    assert refused(workbook(path, sheet_xml(roster_rows())[:-30])) == "sheet.incomplete"
