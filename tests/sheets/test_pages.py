"""Pages that programs save with the ending .xls."""

import pytest

from desk.refusals import Refusal
from desk.sheets.book import Area
from desk.sheets.reading import open_book

PAGE = """<html><head><meta charset="{0}"><title>导出</title>
<style>td {{ color: red }}</style></head>
<body>说明<table border=1><tr><th colspan=3>住户一览</th></tr>
<tr><td>楼栋<td>房号<td>业主</tr>
<tr><td rowspan="2">3栋</td><td>101</td><td>王&nbsp;芳<br>李 &amp; 明</td></tr>
<tr><td>102</td><td><script>alert(1)</script> 林
  甲</td></tr>
<tr></tr><tr><td><p>4栋</p></td><td>=1+1</td></tr></table></body></html>"""


@pytest.fixture
def sheet(tmp_path):
    def read(content):
        path = tmp_path / "老系统.xls"
        path.write_bytes(content)
        (sheet,) = open_book(path).sheets
        return sheet

    return read


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
def test_rows_are_counted_and_spans_are_merged_cells(sheet, encoding):
    read = sheet(PAGE.format(encoding).encode(encoding))
    assert read.name is None
    assert [(row.number, row.cells) for row in read.rows] == [
        (1, ("住户一览", "住户一览", "住户一览")),
        (2, ("楼栋", "房号", "业主")),
        (3, ("3栋", "101", "王\u00a0芳\n李 & 明")),
        (4, ("3栋", "102", "林 甲")),
        (6, ("4栋", "=1+1")),
    ]
    assert read.merged == (Area(1, 0, 1, 2), Area(3, 0, 4, 0))


WORKSHEET = "<x:ExcelWorksheet><x:Name>{}</x:Name><x:WorksheetOptions/></x:ExcelWorksheet>"


@pytest.mark.parametrize(
    ("worksheets", "name"),
    [(["交付&amp;台账"], "交付&台账"), (["一", "二"], None), ([" "], None), ([], None)],
)
def test_the_sheet_has_the_name_that_the_page_gives_its_only_one(sheet, worksheets, name):
    heads = "".join(map(WORKSHEET.format, worksheets))
    xml = f"<!--[if gte mso 9]><xml><x:ExcelWorkbook>{heads}</x:ExcelWorkbook></xml><![endif]-->"
    read = sheet(f"<html><head>{xml}</head><table><tr><td>房号</td></tr></table>".encode())
    assert read.name == name
    assert [(row.number, row.cells) for row in read.rows] == [(1, ("房号",))]


def test_tables_one_after_another_and_inside_each_other(sheet):
    read = sheet(
        "<table><tr><td>外<table><tr><td>里</td></tr></table></td></tr></table>"
        "<table><tr><td>后</table>".encode()
    )
    assert [(row.number, row.cells) for row in read.rows] == [
        (1, ("外",)),
        (2, ("里",)),
        (3, ("后",)),
    ]


def test_spans_without_measure_cost_nothing(sheet):
    cell = '<td colspan="999999" rowspan="999999">x</td>'
    read = sheet(f"<table><tr><td>房号</td></tr><tr>{cell}</tr><tr>{cell}</tr></table>".encode())
    assert len(read.rows) <= 3
    with pytest.raises(Refusal) as refused:
        sheet(f"<table><tr>{cell * 10_000}</tr></table>".encode())
    assert refused.value.code == "sheet.too_many_cells"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<html><body>404 Not Found</body></html>", "sheet.nothing"),
        ("<table><tr><td>林".encode() + b"\xff\xff\xff\n" * 3, "sheet.encoding"),
    ],
)
def test_pages_without_a_table_that_can_be_read(sheet, content, code):
    with pytest.raises(Refusal) as refused:
        sheet(content)
    assert refused.value.code == code


@pytest.mark.timeout(20)
@pytest.mark.parametrize("piece", ["<", "<a ", "<!--", "&", "<td", "</", "<![", "<td a='", "&#"])
def test_pages_that_never_get_to_the_point_end_soon(sheet, piece):
    content = ("<table><tr><td>房号</td></tr>" + piece * (3_000_000 // len(piece))).encode()
    try:
        read = sheet(content)
    except Refusal as refused:
        read = refused
    assert read
