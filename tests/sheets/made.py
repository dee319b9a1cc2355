"""Files written byte by byte, as programs other than Excel and bad people write them."""

import io
import struct
import zipfile
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEADS = ("楼栋", "单元", "房号", "业主姓名", "联系电话")


def text_cell(reference, text):
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def roster_rows(count=3):
    """The XML of a head and some rooms."""
    rows = [HEADS, *((3, 2, f"{n}01", f"林{n}", 13800004000 + n) for n in range(1, count + 1))]
    return "".join(
        f'<row r="{n}">'
        + "".join(text_cell(f"{'ABCDE'[i]}{n}", cell) for i, cell in enumerate(row))
        + "</row>"
        for n, row in enumerate(rows, 1)
    )


def sheet_xml(rows, after="", before=""):
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<worksheet xmlns="{MAIN}">'
        f"<sheetData>{rows}</sheetData>{after}</worksheet>"
    )


def workbook_parts(*sheets, strings=None, styles=None, properties="", states=(), kinds=()):
    """The parts of a workbook whose sheets are these pieces of XML, called 表1, 表2 and so on."""
    tabs, relations, parts = "", "", {}
    for n, xml in enumerate(sheets, 1):
        state = f' state="{states[n - 1]}"' if n <= len(states) else ""
        kind = kinds[n - 1] if n <= len(kinds) else "worksheet"
        tabs += f'<sheet name="表{n}" sheetId="{n}"{state} r:id="rId{n}"/>'
        relations += f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{kind}s/s{n}.xml"/>'
        parts[f"xl/{kind}s/s{n}.xml"] = xml
    for name, xml in (("sharedStrings", strings), ("styles", styles)):
        if xml is not None:
            relations += f'<Relationship Id="{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>'
            parts[f"xl/{name}.xml"] = xml
    space = "http://schemas.openxmlformats.org/package/2006"
    return {
        "[Content_Types].xml": f'<Types xmlns="{space}/content-types"/>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{properties}'
        f"<sheets>{tabs}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{space}/relationships">{relations}'
        "</Relationships>",
        **parts,
    }


def pack(path: Path, parts) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def workbook(path: Path, *sheets, **others) -> Path:
    return pack(path, workbook_parts(*sheets, **others))


def compound(**streams: bytes) -> bytes:
    """A compound file with these streams, each padded to where no small ones are needed."""
    sectors: list[bytes] = []
    table: list[int] = []

    def add(data):
        start = len(sectors)
        pieces = [data[i : i + 512].ljust(512, b"\0") for i in range(0, len(data), 512)]
        sectors.extend(pieces)
        table.extend([*range(start + 1, start + len(pieces)), 0xFFFFFFFE])
        return start

    def entry(name, kind, start, size, child=0xFFFFFFFF, right=0xFFFFFFFF):
        raw = name.encode("utf-16-le") + b"\0\0"
        return (
            raw.ljust(64, b"\0")
            + struct.pack("<HBB", len(raw), kind, 1)
            + struct.pack("<III", 0xFFFFFFFF, right, child)
            + bytes(36)
            + struct.pack("<IQ", start, size)
        )

    placed = [
        (name, add(data.ljust(4096, b"\0")), max(len(data), 4096)) for name, data in streams.items()
    ]
    directory = entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1)
    for n, (name, start, size) in enumerate(placed, 1):
        right = n + 1 if n < len(placed) else 0xFFFFFFFF
        directory += entry(name, 2, start, size, right=right)
    directory_start = add(directory)
    count = 1
    while (len(sectors) + count) * 4 > count * 512:
        count += 1
    begin = len(sectors)
    table.extend([0xFFFFFFFD] * count)
    words = struct.pack(f"<{len(table)}I", *table).ljust(count * 512, b"\xff")
    sectors.extend(words[i : i + 512] for i in range(0, len(words), 512))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, count, directory_start, 0, 4096, 0xFFFFFFFE, 0,
                          0xFFFFFFFE, 0)  # fmt: skip
    numbers = [begin + i for i in range(count)]
    header += struct.pack("<109I", *numbers, *[0xFFFFFFFF] * (109 - count))
    return header + b"".join(sectors)


def record(kind, data=b""):
    return struct.pack("<HH", kind, len(data)) + data


def label(row, column, text):
    raw = text.encode("utf-16-le")
    return record(0x0204, struct.pack("<HHHHB", row, column, 0, len(text), 1) + raw)


def number(row, column, value, style=0):
    return record(0x0203, struct.pack("<HHHd", row, column, style, value))


def fault(row, column, code):
    return record(0x0205, struct.pack("<HHHBB", row, column, 0, code, 1))


def old_workbook(*sheets: bytes, formats=(0,), hidden=(), extra=b"", since_1904=False) -> bytes:
    """An old workbook whose sheets are these records; style n has the n-th format."""
    begin = record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0x0DBB, 0x07CC, 0, 6))
    styles = b"".join(record(0x00E0, struct.pack("<HHH", 0, f, 0) + bytes(14)) for f in formats)
    globals_ = begin + extra + record(0x22, struct.pack("<H", since_1904)) + styles
    names = [f"表{n}".encode("utf-16-le") for n in range(1, len(sheets) + 1)]
    at = len(globals_) + sum(4 + 8 + len(name) for name in names) + 4
    body = b""
    for n, (name, cells) in enumerate(zip(names, sheets, strict=True)):
        state = 1 if n in hidden else 0
        head = struct.pack("<IBBBB", at + len(body), state, 0, len(name) // 2, 1)
        globals_ += record(0x0085, head + name)
        body += record(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0x0DBB, 0x07CC, 0, 6))
        body += cells + record(0x000A)
    return compound(Workbook=globals_ + record(0x000A) + body)


def packed_bytes(parts) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()
