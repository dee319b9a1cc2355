"""Files that no careful clerk would send: each the same idea as one that has been met somewhere."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import quoteattr

from tests.sheets.made import MAIN, compound, pack, sheet_xml, text_cell, workbook, workbook_parts

HEADS = ("楼栋", "单元", "房号", "业主姓名", "联系电话", "备注")
NAMES = (
    "江诗涵",
    "陶春梅",
    "罗娜",
    "钱思远",
    "韦晓东",
    "邵志强",
    "汤美玲",
    "贺春梅",
    "段丽",
    "侯军",
)
Row = tuple[str, ...]


def flat(n: int, building: str = "16") -> Row:
    """Return the n-th flat of a building with its owner, as a row of a roster."""
    number = f"{n + 1}01"
    return (building, "1", number, NAMES[n % len(NAMES)], f"1380000{4_000 + n}", "")


def csv(*rows: Row, delimiter: str = ",") -> str:
    """Return the text of a roster with these rows."""
    return "".join(delimiter.join(row) + "\n" for row in (HEADS, *rows))


def xml(*rows: Row, heads: Row = HEADS, first: int = 1) -> str:
    """Return rows of cells in which texts stand, the first under this number."""
    return "".join(
        f'<row r="{n}">'
        + "".join(text_cell(f"{chr(65 + at)}{n}", cell) for at, cell in enumerate(row))
        + "</row>"
        for n, row in enumerate((heads, *rows) if heads else rows, first)
    )


def roster(count: int = 5) -> str:
    """Return the cells of a good roster."""
    return xml(*(flat(n) for n in range(count)))


def bomb(path: Path) -> None:
    parts = workbook_parts(sheet_xml(roster()))
    pack(path, parts | {"xl/media/image1.xml": " " * 60_000_000})


def truncated(path: Path) -> None:
    workbook(path, sheet_xml(roster()))
    path.write_bytes(path.read_bytes()[:-400])


def password(path: Path) -> None:
    path.write_bytes(compound(EncryptionInfo=b"\4\0\4\0", EncryptedPackage=b"\x5a" * 5_000))


def macros(path: Path) -> None:
    parts = workbook_parts(sheet_xml(roster()))
    link = '<externalLink xmlns:r="r"><externalBook r:id="rId1"/></externalLink>'
    pack(path, parts | {"xl/vbaProject.bin": "stub", "xl/externalLinks/externalLink1.xml": link})


def empty(path: Path) -> None:
    path.write_bytes(b"")


def picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(60))


def nul(path: Path) -> None:
    rows = [flat(n) for n in range(5)]
    rows[2] = (*rows[2][:3], "罗\0娜", *rows[2][4:])
    path.write_bytes(csv(*rows).encode() + bytes(300))


def long_cell(path: Path) -> None:
    row = (*flat(0)[:5], "水" * 3_400_000)
    path.write_text(csv(row, flat(1)), "utf-8")


def mixed_encodings(path: Path) -> None:
    """Write some rows in GBK; 钱思远 in it happens to be UTF-8 as well, and reads as Ǯ˼Զ."""
    lines = csv(*(flat(n) for n in range(5))).splitlines(keepends=True)
    encodings = {2: "gb18030", 4: "gb18030"}
    path.write_bytes(b"".join(x.encode(encodings.get(n, "utf-8")) for n, x in enumerate(lines)))


def chance_encoding(path: Path) -> None:
    """Write one row in GBK that is UTF-8 by chance, beside names from elsewhere that are right."""
    names = {0: "Иванов", 1: "Renée Müßig", 2: "Νίκος"}
    rows = [(*flat(n)[:3], names.get(n, flat(n)[3]), *flat(n)[4:]) for n in range(5)]
    lines = csv(*rows).splitlines(keepends=True)
    path.write_bytes(b"".join(x.encode("gbk" if n == 4 else "utf-8") for n, x in enumerate(lines)))


def many_columns(path: Path) -> None:
    def letters(column: int) -> str:
        name = ""
        while column:
            column, rest = divmod(column - 1, 26)
            name = chr(65 + rest) + name
        return name

    heads = "".join(text_cell(f"{letters(n)}1", f"列{n}") for n in range(7, 16_385))
    workbook(path, sheet_xml(roster().replace("</row>", heads + "</row>", 1)))


def merges(path: Path) -> None:
    areas = "".join(f'<mergeCell ref="A{n}:XFD1048576"/>' for n in range(10, 4_010))
    workbook(path, sheet_xml(roster(), after=f"<mergeCells>{areas}</mergeCells>"))


def failed_formulas(path: Path) -> None:
    def row(n: int, *, number: str = "", name: str = "", phone: str = "") -> str:
        good = flat(n)
        cells = (number, name, phone)
        written = [
            cell or text_cell(f"{letter}{n + 2}", text)
            for letter, text, cell in zip("CDE", good[2:5], cells, strict=True)
        ]
        begin = text_cell(f"A{n + 2}", good[0]) + text_cell(f"B{n + 2}", good[1])
        return f'<row r="{n + 2}">{begin}{"".join(written)}</row>'

    rows = (
        row(0),
        row(1, number='<c r="C3" t="e"><f>1/0</f><v>#DIV/0!</v></c>'),
        row(2, name='<c r="D4" t="e"><v>#N/A</v></c>'),
        row(3, phone='<c r="E5" t="e"><v>#REF!</v></c>'),
        row(4, number='<c r="C6"><f>C5+100</f></c>'),
    )
    workbook(path, sheet_xml(xml() + "".join(rows)))


def laughs(path: Path) -> None:
    entities = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
    )
    before = f"<!DOCTYPE worksheet [{entities}]>"
    workbook(path, sheet_xml(roster() + xml(("&j;",), heads=(), first=9), before=before))


def traversal(path: Path) -> None:
    parts = workbook_parts(sheet_xml(roster()))
    names = ("../probe_of_desk.txt", "/tmp/probe_of_desk.txt", "..\\..\\probe_of_desk.txt")
    pack(path, parts | dict.fromkeys(names, "probe"))


def quotes(path: Path) -> None:
    rows = [flat(n % 90) for n in range(400)]
    text = csv(*rows).splitlines(keepends=True)
    text[2] = text[2].replace("陶春梅", '"陶春梅')
    path.write_text("".join(text), "utf-8")


def utf16(path: Path) -> None:
    path.write_text(csv(*(flat(n) for n in range(5)), delimiter="\t"), "utf-16")


def wrong_days(path: Path) -> None:
    days = ("-1", "2958466", "60", "1e300", "0", "99999999999")
    cells = [
        f'<row r="{n + 2}">'
        + "".join(text_cell(f"{'ABCDE'[at]}{n + 2}", cell) for at, cell in enumerate(flat(n)[:5]))
        + f'<c r="F{n + 2}" s="1"><v>{day}</v></c></row>'
        for n, day in enumerate(days)
    ]
    formats = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
    styles = f'<styleSheet xmlns="{MAIN}">{formats}</styleSheet>'
    heads = xml(heads=(*HEADS[:5], "入住时间"))
    workbook(path, sheet_xml(heads + "".join(cells)), styles=styles)


ODD = ("=1+1", "../../etc", "<b>&\"'", "\u202excod", "😀", "'; DROP TABLE room;--", "CON")


def odd_tabs(path: Path) -> None:
    sheets = [sheet_xml(xml(flat(n, str(20 + n)))) for n in range(len(ODD))]
    parts = workbook_parts(*sheets)
    for n, name in enumerate(ODD, 1):
        old, new = f'name="表{n}"', f"name={quoteattr(name)}"
        parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(old, new)
    pack(path, parts)


def large_cells(path: Path) -> None:
    name, note = ("16", "1", "201", "名" * 32_767, "", ""), (*flat(2)[:5], "注" * 32_767)
    phones = ("16", "1", "401", "钱思远", "13800004003 " * 2_700, "")
    number = ("16", "1", "5" * 32_767, "韦晓东", "13800004004", "")
    workbook(path, sheet_xml(xml(flat(0), name, note, phones, number)))


def unseen_marks(path: Path) -> None:
    rows = [flat(n) for n in range(3)]
    rows.append(("16", "1", "\u200b101\u202c", "\u202e江诗涵\u200d", "138\u200b00004000", ""))
    rows.append(("16", "1", "601", "\u200b\u200c", "", ""))
    workbook(path, sheet_xml(xml(*rows)))


def nested(path: Path) -> None:
    path.write_text("[" * 100_000 + "]" * 100_000, "utf-8")


def foreign_entity(path: Path) -> None:
    before = '<!DOCTYPE worksheet [<!ENTITY host SYSTEM "file:///etc/hostname">]>'
    row = ("16", "1", "601", "&host;", "", "")
    workbook(path, sheet_xml(roster() + xml(row, heads=(), first=7), before=before))


def far_cell(path: Path) -> None:
    far = f'<row r="1048576">{text_cell("XFD1048576", "x")}{text_cell("A1048576", "x")}</row>'
    workbook(path, sheet_xml(roster() + far))


def formulas(path: Path) -> None:
    rows = [flat(n) for n in range(5)]
    rows[1] = (*rows[1][:4], "+8613800004001", "@SUM(A1:A9)")
    rows[2] = (*rows[2][:5], "=cmd|' /C calc'!A0")
    rows[3] = (*rows[3][:5], '"=HYPERLINK(""http://127.0.0.1:9/"",""x"")"')
    path.write_text(csv(*rows), "utf-8")


def word(path: Path) -> None:
    pack(path, {"[Content_Types].xml": "<Types/>", "word/document.xml": "<document/>"})


# --- five more ideas and their kin --------------------------------------------------------------
def blank_lines(path: Path) -> None:
    path.write_bytes(csv(*(flat(n) for n in range(5))).encode() + b"\r\n" * 2_000_000)


def blank_lines_between(path: Path) -> None:
    blank_lines(path)
    with path.open("ab") as file:
        file.write(",".join(flat(5)).encode())


def many_sheets(path: Path) -> None:
    workbook(path, *([sheet_xml(xml(flat(0)))] * 4_990))


def text_out_of_range(path: Path) -> None:
    row = '<row r="7"><c r="A7" t="s"><v>99</v></c></row>'
    strings = f'<sst xmlns="{MAIN}"><si><t>楼栋</t></si></sst>'
    workbook(path, sheet_xml(roster() + row), strings=strings)


def claimed_dimension(path: Path) -> None:
    made = sheet_xml(roster()).replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')
    workbook(path, made)


def same_part_twice(path: Path) -> None:
    """Write a file whose directory names a part twice, good and harmful."""
    workbook(path, sheet_xml(roster()))
    with zipfile.ZipFile(path, "a") as archive:
        info = zipfile.ZipInfo("xl/worksheets/./s1.xml")
        archive.writestr(info, sheet_xml(roster(2), before='<!DOCTYPE x [<!ENTITY a "b">]>'))


def no_end(path: Path) -> None:
    """Write XML that ends in the middle though the archive is whole."""
    workbook(path, sheet_xml(roster())[:-60])


def deep_xml(path: Path) -> None:
    workbook(path, sheet_xml(roster(), after="<a>" * 200_000 + "</a>" * 200_000))


Writer = Callable[[Path], None]
