"""The files of the import's figures: a roster of 50,000 rooms, a ledger of 100,000 old tickets."""

from __future__ import annotations

import csv
import random
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.sax.saxutils import escape

from desk.centre import first_day
from desk.centre.first_day import FirstDay, NewStaff
from desk.centre.staff import StaffForm
from desk.codes import Role
from desk.models.database import Store
from desk.models.journal import Actor

#: What makes ledgers for other programs as well, where it lies beside this clone.
GENERATOR = Path(__file__).parents[3] / "shared" / "tickets" / "gen_tickets.py"
COMMUNITY = "翠湖花园"
_HEADS = ("序号", "楼栋", "单元", "房号", "业主姓名", "联系电话", "建筑面积", "交房日期", "备注")
_SURNAMES, _GIVEN = "王李张刘陈杨黄赵周吴徐孙", "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SAID = (
    (
        "给排水",
        "厨房水管漏水，滴到地板上，已经用盆接着，怀疑是楼上防水层破损。请先电话联系再上门。",
    ),
    ("供配电", "全屋跳闸，推上去又跳，怀疑线路短路，冰箱里东西要坏了。麻烦今天之内安排师傅。"),
    ("电梯", "2单元电梯运行时有异响并抖动，到7楼会停顿一下，请维保检查。请尽快派人上门处理。"),
    ("噪音扰民", "楼上周末装修噪音很大，一直用电锤，违反装修时间规定。希望给个明确的答复时间。"),
)


def begin(folder: Path) -> None:
    """Begin a centre without a roster in a folder."""
    now = datetime.now(UTC)  # noqa: TID251 - a benchmark, not the program
    store = Store.open(folder, now)
    staff = (NewStaff(StaffForm("林晓月", "L", Role.SUPERVISOR), "1234"),)
    first_day.begin(store, Actor(), now, FirstDay(COMMUNITY, "0571-88881234", staff))
    store.close()


def _rooms(count: int) -> Iterator[tuple[object, ...]]:
    """Yield rows as several clerks write them: eight people for five rooms, most with a phone."""
    chance = random.Random(2026)
    phone = 13_800_000_000
    for n in range(count):
        building, left = divmod(n, 1_200)
        unit, left = divmod(left, 400)
        storey, flat = divmod(left, 10)
        number = f"{storey + 1}{flat + 1:02}"
        people, phones = [], []
        for _ in range(2 if n % 5 in (0, 2, 4) else 1):
            people.append(chance.choice(_SURNAMES) + "".join(chance.choices(_GIVEN, k=2)))
            phone += 1
            phones.append(str(phone))
        if n % 7 == 0:
            phones.append(f"0571-8{n:07}")
        yield (
            n + 1,
            (f"{building + 1}栋", f"{building + 1}号楼", f"{building + 1}幢", building + 1)[n % 4],
            (f"{unit + 1}单元", unit + 1)[n % 2],
            (f"{number}室", int(number), number)[n % 3],
            (" ", "、", "/")[n % 3].join(people),
            int(phones[0]) if len(phones) == 1 else (" ", "、", "；", "/")[n % 4].join(phones),
            60 + n % 80 + 0.5,
            (44_000 + n % 900, "2021年3月5日", "2021-03-05", "2021.3.5")[n % 4],
            "独居老人" if n % 97 == 0 else None,
        )


def roster(path: Path, rooms: int) -> Path:
    """Write a roster of one sheet as Excel does, its texts in a table of their own."""
    texts: dict[str, int] = {}
    lines: list[str] = []
    for at, row in enumerate((_HEADS, *_rooms(rooms)), start=1):
        cells = "".join(
            f'<c r="{chr(65 + column)}{at}" t="s"><v>{texts.setdefault(cell, len(texts))}</v></c>'
            if isinstance(cell, str)
            else f'<c r="{chr(65 + column)}{at}"{_style(column)}><v>{cell}</v></c>'
            for column, cell in enumerate(row)
            if cell is not None
        )
        lines.append(f'<row r="{at}">{cells}</row>')
    strings = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
    relation = '<Relationship Id="{0}" Type="' + _OFFICE + '/{1}" Target="{2}"/>'
    tabs = (
        relation.format("r1", "worksheet", "worksheets/sheet1.xml")
        + relation.format("r2", "sharedStrings", "sharedStrings.xml")
        + relation.format("r3", "styles", "styles.xml")
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        + relation.format("r1", "officeDocument", "xl/workbook.xml")
        + "</Relationships>",
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="业主花名册" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{tabs}'
        "</Relationships>",
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><cellXfs><xf numFmtId="0"/>'
        '<xf numFmtId="14"/></cellXfs></styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{strings}</sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(lines)}'
        "</sheetData></worksheet>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def _style(column: int) -> str:
    return ' s="1"' if column == _HEADS.index("交房日期") else ""


def ledger(folder: Path, tickets: int) -> tuple[Path, str]:
    """Write a ledger; return it and what made it."""
    if GENERATOR.is_file():
        now = datetime.now()  # noqa: DTZ005, TID251 - as a clock on the wall
        command = [sys.executable, str(GENERATOR), "--n", str(tickets), "--out", str(folder)]
        command += ["--now", f"{now:%Y-%m-%d %H:%M:00}"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return folder / "tickets.csv", "../shared/tickets/gen_tickets.py"
    return _own_ledger(folder / "tickets.csv", tickets), "the benchmark's own generator"


def _own_ledger(path: Path, tickets: int) -> Path:
    chance = random.Random(2026)
    now = datetime.now().replace(second=0, microsecond=0)  # noqa: DTZ005, TID251
    heads = "ticket_no,category,resident_name,phone,address,text,assignee,created,closed,status"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(heads.split(","))
        for n in range(tickets):
            created = now - timedelta(days=1, minutes=7 * (tickets - n))
            category, said = chance.choice(_SAID)
            open_ = n % 4 == 0
            rows.writerow(
                (
                    f"WO{created:%Y%m%d}-{n + 1:06}",
                    category,
                    chance.choice(_SURNAMES) + chance.choice(_GIVEN),
                    f"138{chance.randrange(12_500):08}",
                    f"{COMMUNITY}{1 + n % 9}栋{1 + n % 3}单元{1 + n % 18}0{1 + n % 4}室",
                    f"{said}（{n % 900}）",
                    chance.choice(("周维修", "吴维修")),
                    created,
                    "" if open_ else created + timedelta(hours=5),
                    "处理中" if open_ else "已完成",
                )
            )
    return path
