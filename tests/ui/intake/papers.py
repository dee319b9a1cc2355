"""Files as centres bring them, written for the tests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from openpyxl import Workbook

Rows = Iterable[Sequence[object]]


def workbook(path: Path, **sheets: Rows) -> Path:
    """Write a workbook with these sheets."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


ROSTER = (
    ("桂语花园业主花名册",),
    ("序号", "楼栋", "单元", "房号", "建筑面积", "业主", "联系电话", "登记"),
    (1, "7栋", "1单元", "101", 89.5, "欧阳小雨", "13800001234", "养猫"),
    (2, "7栋", "1单元", "102", 102.3, "司马青", "13800002345", ""),
    (3, "7栋", "2单元", "101", 89.5, "夏侯云、诸葛明", "13800003456、13900001111", "装修中"),
    (4, "8栋", "1单元", "??", 89.5, "公孙止", "13800004567", ""),
)

#: A month later: one number is another, one room is gone, one is new.
NEXT_ROSTER = (
    *ROSTER[:2],
    (1, "7栋", "1单元", "101", 89.5, "欧阳小雨", "13811112222", "养猫"),
    (2, "7栋", "1单元", "102", 102.3, "司马青", "13800002345", ""),
    (3, "7栋", "2单元", "102", 89.5, "端木晴", "13800007777", ""),
)

#: As this program writes it: whoever belongs to no room stands in it, too.
OWN_LIST = tuple(
    line.split("|")
    for line in (
        "房号|楼栋|单元|室号|房屋类型|面积（㎡）|入住日期|房屋备注|姓名|身份|电话|住户备注",
        "3-2-101|3|2|101|住宅||||张伟|业主|13800000001|",
        "||||||||路人甲|家属|13700002222|常来",
    )
)

LEDGER = (
    ("日期", "房号", "报修人", "电话", "报修内容", "派工", "完成情况", "完成时间"),
    (
        "2025-01-03",
        "3-1-101",
        "李秀英",
        "13700001111",
        "厨房漏水",
        "王师傅",
        "已修好",
        "2025-01-04",
    ),
    ("2025-01-05", "3-2-1502", "张淑芬", "13800005678", "灯不亮", "王师傅", "", ""),
    ("2025-01-06", "5栋电梯", "保安", "", "电梯按键失灵", "维保", "等配件", ""),
)

QUESTIONS = (
    ("问题", "答复", "分类"),
    ("宽带怎么报装?", "拨打运营商电话预约，物业配合开弱电井。", "报修"),
    ("健身房几点开?", "早上六点到晚上十点。", "会所"),
    ("有没有团购?", "", "其他"),
)


def roster(folder: Path, name: str = "花名册.xlsx") -> Path:
    return workbook(folder / name, 花名册=ROSTER)


def long_roster(folder: Path, rooms: int) -> Path:
    """Write a roster of many rooms as CSV."""
    lines = ["楼栋,单元,房号,业主,联系电话"]
    for n in range(rooms):
        building, left = divmod(n, 100)
        lines.append(f"{building + 1}栋,1单元,{left // 4 + 1}{left % 4 + 1:02},住户{n},138{n:08}")
    path = folder / "大花名册.csv"
    path.write_text("\n".join(lines), "utf-8")
    return path
