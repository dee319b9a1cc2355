"""Text files with a record a line, from Excel, WPS, other programs and editors."""

import pytest

from desk.refusals import Refusal
from desk.sheets.book import Fault
from desk.sheets.reading import open_book

HEAD = "楼栋,单元,房号,业主姓名,联系电话\n"
LINES = HEAD + "".join(f"3,2,{n}01,林{n},1380000400{n}\n" for n in range(1, 6))
FIRST = ("3", "2", "101", "林1", "13800004001")


@pytest.fixture
def sheet(tmp_path):
    def read(content, encoding="utf-8"):
        path = tmp_path / "花名册.csv"
        path.write_bytes(content.encode(encoding) if isinstance(content, str) else content)
        (sheet,) = open_book(path).sheets
        return sheet

    return read


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encodings_delimiters_and_line_ends(sheet, encoding, delimiter, line_end):
    text = LINES.replace(",", delimiter).replace("\n", line_end)
    read = sheet(text, encoding)
    assert read.name is None
    assert [row.number for row in read.rows] == [1, 2, 3, 4, 5, 6]
    assert read.rows[1].cells == FIRST


def test_rows_are_records_blank_ones_counted_and_quoted_line_ends_not(sheet):
    read = sheet('花名册\n\n房号,备注\n101,"漏水\n一直""滴"""\n102,"3,5"\n')
    assert [(row.number, row.cells) for row in read.rows] == [
        (1, ("花名册",)),
        (3, ("房号", "备注")),
        (4, ("101", '漏水\n一直"滴"')),
        (5, ("102", "3,5")),
    ]


def test_a_comma_in_a_number_is_no_delimiter_where_semicolons_are(sheet):
    read = sheet("房号;面积;电话\n101;89,5;138\n102;90,5;139\n103;100;137\n")
    assert read.rows[1].cells == ("101", "89,5", "138")


def test_a_comma_in_an_answer_is_no_delimiter_where_tabs_are(sheet):
    read = sheet("问题\t答案\n几点,开门\t早上8点,周末9点,节日不开\n电话\t8888, 转 2, 或 3, 或 4\n")
    assert read.rows[1].cells == ("几点,开门", "早上8点,周末9点,节日不开")


def test_a_text_with_a_comma_now_and_then_has_one_column(sheet):
    read = sheet("通知\n各位业主\n明天停水, 请储水\n物业\n谢谢\n再见\n")
    assert [len(row.cells) for row in read.rows] == [1] * 6


def test_the_delimiter_may_be_told_in_the_first_line(sheet):
    read = sheet("sep=;\n房号;名\n101;林,王\n")
    assert [(row.number, row.cells) for row in read.rows] == [
        (2, ("房号", "名")),
        (3, ("101", "林,王")),
    ]


def test_only_heads(sheet):
    assert sheet(HEAD).rows == ((1, tuple(HEAD.strip().split(","))),)


def test_a_mark_of_the_encoding_in_the_middle_is_nothing(sheet):
    read = sheet(LINES.encode("utf-8-sig") * 2)
    assert len(read.rows) == 12
    assert read.rows[6].cells[0] == "楼栋"


def test_what_programs_write_against_formulas_is_gone_and_formulas_are_text(sheet):
    read = sheet('a,b,c,d,e\n="0101",\'=1+1,\'+86138,=1+1,\'甲\n"=""0102""",#N/A,@x,-,"" \n')
    assert read.rows[1].cells == ("0101", "=1+1", "+86138", "=1+1", "'甲")
    assert read.rows[2].cells == ("0102", Fault("#N/A"), "@x", "-")


def test_lines_in_another_encoding_are_told_of_and_never_guessed(sheet):
    lines = LINES.split("\n")[:-1]
    mixed = [line.encode("gbk" if n in (2, 4) else "utf-8") for n, line in enumerate(lines)]
    read = sheet(b"\r\n".join(mixed))
    assert [row.number for row in read.rows] == [1, 2, 4, 6]
    assert [(bad.row, bad.why.code) for bad in read.unread] == [
        (3, "sheet.row_encoding"),
        (5, "sheet.row_encoding"),
    ]
    assert "\ufffd" not in str(read.rows)


def test_a_line_of_utf8_in_a_file_of_gbk_is_told_of(sheet):
    lines = LINES.split("\n")[:-1]
    mixed = [line.encode("utf-8" if n == 3 else "gbk") for n, line in enumerate(lines)]
    read = sheet(b"\n".join(mixed))
    # A short name in UTF-8 is a text in GBK too; the heads are long enough to tell.
    assert read.rows[0].cells[0] == "楼栋"
    heads_in_utf8 = [lines[0].encode("utf-8"), *(line.encode("gbk") for line in lines[1:])]
    assert [bad.row for bad in sheet(b"\n".join(heads_in_utf8)).unread] == [1]


def test_rows_with_nuls_are_told_of_and_padding_is_nothing(sheet):
    text = LINES.replace("林3", "林\0三") + "\0" * 5_000
    read = sheet(text)
    assert [row.number for row in read.rows] == [1, 2, 3, 5, 6]
    assert [(bad.row, bad.why.code) for bad in read.unread] == [(4, "sheet.row_nul")]
    assert "\0" not in str(read.rows)


@pytest.mark.parametrize("cell", ["长" * 32_768, '"' + "长" * 10_000_000 + '"'])
def test_a_cell_that_is_too_long_costs_its_row(sheet, cell):
    read = sheet(HEAD + f"3,2,101,{cell},138\n3,2,102,林,139\n")
    assert [row.number for row in read.rows] == [1, 3]
    (bad,) = read.unread
    assert (bad.row, bad.why.code, bad.why.fields["column"]) == (2, "sheet.row_too_long", 4)


@pytest.mark.parametrize(
    "text",
    [
        LINES.replace("林2", '"林2'),
        LINES.replace("林2", '"林2').replace("林5", '"林5"'),
        LINES.replace("林2", '"林2').replace("林5", '"林5'),
        LINES.replace("林2", '"林2') + "x,,,,\n" * 5_000 + '"',
    ],
)
def test_a_quote_that_is_never_closed_is_refused_where_it_opens(sheet, text):
    with pytest.raises(Refusal) as refused:
        sheet(text)
    assert refused.value.code == "sheet.quote"
    assert refused.value.fields == {"file": "花名册.csv", "row": 3}


def test_a_quote_inside_a_cell_is_a_character(sheet):
    read = sheet('房号,备注\n101,水管 5" 漏\n102,"甲"乙\n103, "丙"\n')
    assert [row.cells[1] for row in read.rows] == ["备注", '水管 5" 漏', "甲乙", "丙"]


def test_bytes_in_no_encoding_are_refused(sheet):
    with pytest.raises(Refusal) as refused:
        sheet(b"\n".join(b"\xff\x81\xff" + bytes([n]) * 3 for n in range(128, 200)))
    assert refused.value.code in {"sheet.encoding", "sheet.unknown"}


@pytest.mark.parametrize("content", ["\n\n \n", ",,,\n,,\n", "\0" * 600, "\ufeff", " "])
def test_a_file_in_which_nothing_stands_is_refused(sheet, content):
    with pytest.raises(Refusal) as refused:
        sheet(content)
    assert refused.value.code == "sheet.nothing"


def test_columns_without_end_are_cut_off(sheet):
    read = sheet("房号,名\n" + "101,林" + "," * 300_000 + "x\n")
    assert read.rows[1].cells == ("101", "林")


def test_work_on_a_long_file_is_told_of_and_can_be_stopped(tmp_path):
    path = tmp_path / "台账.csv"
    path.write_text(HEAD + "3,2,101,林,138\n" * 20_000, "utf-8")
    told = []

    def progress(done, whole):
        told.append((done, whole))
        if done * 2 > whole:
            raise InterruptedError

    with pytest.raises(Exception) as stopped:  # noqa: PT011
        open_book(path, progress)
    assert stopped.type is InterruptedError
    assert len(told) > 3


def test_words_between_blanks_are_cells(sheet):
    read = sheet("3栋1单元101室 王芳 13800001234\n3-1-102  李强　13800001235\n")
    assert [row.cells for row in read.rows] == [
        ("3栋1单元101室", "王芳", "13800001234"),
        ("3-1-102", "李强", "13800001235"),
    ]
    text = sheet("怎么交物业费\n扫码 或到前台交 都可以\n电话 88881234\n")
    assert all(len(row.cells) == 1 for row in text.rows)
