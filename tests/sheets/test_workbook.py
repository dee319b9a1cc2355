"""Workbooks of the kind xlsx, from Excel, WPS and programs that write them their own way."""

from datetime import date, datetime, time

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart

from desk.refusals import Refusal
from desk.sheets.book import Area, Fault
from desk.sheets.reading import open_book
from tests.sheets.made import (
    MAIN,
    pack,
    roster_rows,
    sheet_xml,
    text_cell,
    workbook,
    workbook_parts,
)

STYLES = f"""<styleSheet xmlns="{MAIN}"><numFmts>
<numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/>
<numFmt numFmtId="165" formatCode="#,##0.00&quot;m&quot;\\d;[Red]-0"/>
<numFmt numFmtId="166" formatCode="[$-804]General"/>
<numFmt numFmtId="167" formatCode="m/d/yy h:mm"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>
<xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="57"/><xf numFmtId="20"/><xf numFmtId="46"/>
</cellXfs></styleSheet>"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "花名册.xlsx"


def cells(path, rows, **others):
    """What is read of a sheet of these rows, by row."""
    sheet = open_book(workbook(path, sheet_xml(rows), **others)).sheets[0]
    return {row.number: row.cells for row in sheet.rows}


def styled(number, style):
    return f'<c r="A1" s="{style}"><v>{number}</v></c>'


def test_rows_and_columns_keep_their_place(path):
    book = Workbook()
    book.active["C5"], book.active["E7"] = "房号", 302
    book.save(path)
    (sheet,) = open_book(path).sheets
    assert sheet.rows == ((5, (None, None, "房号")), (7, (None, None, None, None, 302.0)))
    assert sheet.rows[0].at(2) == "房号"
    assert sheet.rows[0].at(99) is None


def test_cells_that_do_not_say_where_they_stand_follow_each_other(path):
    rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row/>"
    rows += "<row><c r='C3'><v>3</v></c><c><v>4</v></c></row>"
    assert cells(path, rows) == {1: (1.0, 2.0), 3: (None, None, 3.0, 4.0)}


def test_elements_may_have_a_prefix(path):
    parts = workbook_parts("")
    parts["xl/worksheets/s1.xml"] = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="2"><x:c r="B2" t="str">'
        "<x:v>房号</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    )
    assert open_book(pack(path, parts)).sheets[0].rows == ((2, (None, "房号")),)


@pytest.mark.parametrize(
    ("number", "style", "value"),
    [
        ("45000", 1, date(2023, 3, 15)),
        ("45000", 2, date(2023, 3, 15)),
        ("45000", 6, date(2023, 3, 15)),
        ("45000.597222222", 5, datetime.fromisoformat("2023-03-15T14:20")),
        ("45000", 5, date(2023, 3, 15)),
        ("0.597222222", 7, time(14, 20)),
        ("0.25", 8, time(6)),
        ("1.25", 8, 1.25),
        ("45000", 0, 45000.0),
        ("45000", 3, 45000.0),
        ("45000", 4, 45000.0),
        ("45000", 99, 45000.0),
        ("0", 1, 0.0),
        ("-5", 1, -5.0),
        ("60", 1, 60.0),
        ("61", 1, date(1900, 3, 1)),
        ("2958465", 1, date(9999, 12, 31)),
        ("2958465.9999999", 1, 2958465.9999999),
        ("2958466", 1, 2958466.0),
        ("1E+308", 1, 1e308),
        ("1e300", 0, 1e300),
        ("NaN", 1, Fault("#NUM!")),
        ("1e999", 0, Fault("#NUM!")),
    ],
)
def test_a_number_is_a_day_only_where_its_format_and_the_calendar_say_so(
    path, number, style, value
):
    assert cells(path, f"<row r='1'>{styled(number, style)}</row>", styles=STYLES) == {1: (value,)}


def test_days_counted_from_1904(path):
    rows = f"<row r='1'>{styled(43538, 1)}</row>"
    properties = '<workbookPr date1904="1"/>'
    assert cells(path, rows, styles=STYLES, properties=properties) == {1: (date(2023, 3, 15),)}


def test_only_saved_results_of_formulas_count(path):
    rows = """<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A1</f><v></v></c>
      <c r="C1"><f>A1&amp;B1</f></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c>
      <c r="E1" t="str"><f>"甲"</f><v>甲</v></c><c r="F1" t="b"><v>1</v></c></row>
      <row r="2"><c r="A2" t="inlineStr"><is><t>#N/A</t></is></c>
      <c r="B2" t="d"><v>2023-03-15</v></c>
      <c r="C2" t="b"><v>0</v></c></row>"""
    assert cells(path, rows) == {
        1: (2.0, None, Fault("#?"), Fault("#DIV/0!"), "甲", True),
        2: (Fault("#N/A"), date(2023, 3, 15), False),
    }


def test_texts_in_several_styles_are_whole_and_without_their_pronunciation(path):
    strings = f"""<sst xmlns="{MAIN}"><si><r><rPr><b/></rPr><t>王</t></r><r><t>芳</t></r>
      <rPh sb="0" eb="1"><t>wang</t></rPh><phoneticPr fontId="1"/></si>
      <si><t xml:space="preserve">一行_x000D_
二行_x005F_x000D_ </t></si><si><t/></si></sst>"""
    rows = "<row r='1'>" + "".join(f"<c t='s'><v>{n}</v></c>" for n in (0, 1, 2)) + "</row>"
    assert cells(path, rows, strings=strings) == {1: ("王芳", "一行\n二行_x000D_")}


def test_a_text_that_is_not_there_makes_the_file_damaged(path):
    with pytest.raises(Refusal) as refused:
        cells(path, "<row r='1'><c t='s'><v>7</v></c></row>")
    assert refused.value.code == "sheet.incomplete"


def test_unseen_characters_are_gone_and_what_was_only_those_is_blank(path):
    rows = f"<row r='1'>{text_cell('A1', chr(0x200B) + '王' + chr(0x202E) + '芳')}</row>"
    rows += f"<row r='2'>{text_cell('A2', chr(0x200B) + ' ' + chr(0xFEFF))}</row>"
    assert cells(path, rows) == {1: ("王芳",)}


def test_merged_cells_all_hold_the_first_and_end_with_the_sheet(path):
    book = Workbook()
    sheet = book.active
    sheet.append(["住户一览"])
    sheet.append(["楼栋", "房号"])
    sheet.append(["3栋", 101])
    sheet.append([None, 102])
    for area in ("A1:D1", "A3:A9"):
        sheet.merge_cells(area)
    book.save(path)
    (read,) = open_book(path).sheets
    assert [row.cells for row in read.rows] == [
        ("住户一览", "住户一览"),
        ("楼栋", "房号"),
        ("3栋", 101.0),
        ("3栋", 102.0),
    ]
    assert read.merged == (Area(1, 0, 1, 1), Area(3, 0, 4, 0))


def test_sheets_say_whether_they_are_hidden(path):
    xml = sheet_xml(roster_rows())
    book = open_book(workbook(path, xml, xml, xml, states=("visible", "hidden", "veryHidden")))
    assert [(sheet.name, sheet.hidden, len(sheet.rows)) for sheet in book.sheets] == [
        ("表1", False, 4),
        ("表2", True, 4),
        ("表3", True, 4),
    ]


def test_names_of_sheets_are_harmless_and_each_only_once(path):
    names = ["3幢&#10;2单元", "\u202eexe", "x" * 60, "x" * 61, "\u200b", "../../etc"]
    parts = workbook_parts(*[sheet_xml(roster_rows())] * len(names))
    for n, name in enumerate(names, 1):
        parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(f'"表{n}"', f'"{name}"')
    given = [sheet.name for sheet in open_book(pack(path, parts)).sheets]
    assert given == ["3幢 2单元", "exe", "x" * 31, "x" * 26 + " (2)", "Sheet5", "../../etc"]


def test_two_hundred_sheets(path):
    book = open_book(workbook(path, *[sheet_xml(roster_rows(1))] * 200))
    assert len(book.sheets) == 200
    assert all(len(sheet.rows) == 2 for sheet in book.sheets)


def test_a_chart_has_no_rows_and_a_workbook_of_charts_alone_is_refused(path):
    xml = sheet_xml(roster_rows())
    book = open_book(workbook(path, xml, "<chartsheet/>", kinds=("worksheet", "chartsheet")))
    assert [len(sheet.rows) for sheet in book.sheets] == [4, 0]
    charts = Workbook()
    charts.remove(charts.active)
    charts.create_chartsheet("图").add_chart(BarChart())
    charts.save(path)
    with pytest.raises(Refusal) as refused:
        open_book(path)
    assert refused.value.code == "sheet.nothing"


def test_an_empty_workbook_is_refused(path):
    Workbook().save(path)
    with pytest.raises(Refusal) as refused:
        open_book(path)
    assert (refused.value.code, refused.value.fields) == ("sheet.nothing", {"file": path.name})


def test_macros_and_links_are_left_alone_and_told_of(path):
    parts = workbook_parts(sheet_xml(roster_rows()))
    parts |= {"xl/vbaProject.bin": b"\0" * 64, "xl/externalLinks/externalLink1.xml": "<x/>"}
    assert [note.code for note in open_book(pack(path, parts)).notes] == [
        "sheet.macros",
        "sheet.links",
    ]


def test_a_cell_may_be_as_long_as_excel_lets_it_be(path):
    rows = f"<row r='1'>{text_cell('A1', 'x' * 32_767)}</row>"
    rows += f"<row r='2'>{text_cell('A2', '3')}{text_cell('B2', 'x' * 32_768)}</row>"
    (sheet,) = open_book(workbook(path, sheet_xml(rows))).sheets
    assert [row.number for row in sheet.rows] == [1]
    (unread,) = sheet.unread
    assert (unread.row, unread.why.code) == (2, "sheet.row_too_long_in_sheet")
    assert unread.why.fields == {"file": path.name, "sheet": "表1", "row": 2, "column": 2}


def test_work_on_a_large_file_is_told_of_and_can_be_stopped(path):
    class Stopped(Exception):  # noqa: N818
        pass

    told = []

    def progress(done, whole):
        told.append((done, whole))
        if done * 2 > whole:
            raise Stopped

    workbook(path, sheet_xml(roster_rows(5_000)))
    with pytest.raises(Stopped):
        open_book(path, progress)
    assert len(told) > 1
    assert told == sorted(told)
    assert told[-1][0] < told[-1][1]
