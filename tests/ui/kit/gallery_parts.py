"""What the gallery shows: every widget of the kit with words like those of a working day."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.ui.actions import Action, Actions
from desk.ui.icons import Icon
from desk.ui.kit.avatar import Avatar
from desk.ui.kit.banner import Banner
from desk.ui.kit.button import Button
from desk.ui.kit.chip import Chip
from desk.ui.kit.combo import Combo, SpinBox
from desk.ui.kit.critical_bar import CriticalBar
from desk.ui.kit.drawer import Drawer
from desk.ui.kit.empty_state import EmptyState
from desk.ui.kit.flow import Flow
from desk.ui.kit.form import Form
from desk.ui.kit.icon_button import IconButton
from desk.ui.kit.key_cap import KeyCap
from desk.ui.kit.label import ElidedLabel, Label
from desk.ui.kit.line_edit import LineEdit
from desk.ui.kit.list_view import ListView
from desk.ui.kit.rail_button import RailButton
from desk.ui.kit.rows import RowDelegate, TwoLines
from desk.ui.kit.section import Section
from desk.ui.kit.segments import Segments
from desk.ui.kit.text_edit import TextEdit
from desk.ui.kit.toggle import CheckBox, Toggle
from desk.ui.look import Look
from desk.ui.palette import CommandPalette
from desk.ui.theme import Text, Tone
from desk.words.catalogue import Words

ROWS = [
    TwoLines(
        "3-2-1602 卫生间漏水，已漏到楼下天花板",
        "WX-0037",
        "漏水渗水 · 水电班 王师傅 · 张淑芬 业主",
        "超时 12 分",
        Tone.OVERDUE,
        Icon.OVERDUE,
        "应到 09:30",
        (("催 2", Tone.OVERDUE),),
    ),
    TwoLines(
        "5号楼电梯 困人 2 人",
        "WX-0041",
        "电梯 · 电梯维保 李师傅 · 监控室",
        "已到场 05:12",
        Tone.CRITICAL,
        Icon.CRITICAL,
        "09:36 到场",
    ),
    TwoLines(
        "1-1-0802 厨房插座没电",
        "WX-0035",
        "供电 · 水电班 赵师傅 · 刘伟 租户",
        "剩 18 分",
        Tone.SOON,
        Icon.SOON,
        "应到 10:05",
    ),
    TwoLines(
        "2-3-1101 入户门锁打不开",
        "WX-0034",
        "门禁对讲 · 待派 · 陈静 业主",
        "剩 42 分",
        Tone.PLAIN,
        Icon.TO_DISPATCH,
        "应到 10:30",
    ),
    TwoLines(
        "7-1-0301 客厅空调外机支架松动，业主要求尽快处理，担心高空坠物伤人",
        "WX-0029",
        "设施损坏 · 维修班 孙师傅 · 等配件 · 欧阳建国 业主",
        "暂停到 14:00",
        Tone.HOLD,
        Icon.HOLD,
        "等配件",
    ),
    TwoLines(
        "4-2-0604 对讲没有声音",
        "WX-0028",
        "门禁对讲 · 弱电班 周师傅 · 吴敏 业主",
        "剩 3 小时 20 分",
        Tone.PLAIN,
        Icon.IN_PROGRESS,
        "应完成 13:10",
    ),
    TwoLines(
        "6-1-1503 回访：水龙头更换",
        "WX-0020",
        "入户维修 · 水电班 王师傅 · 郑丽 业主",
        "今天 18:00 前",
        Tone.PLAIN,
        Icon.VISIT,
        "待回访",
    ),
]


class Gallery(QWidget):
    """A window in the shape of the desk with every piece of the kit in it."""

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self.look = look
        self.words = words
        self.setObjectName("gallery")
        s = look.sizes
        self.resize(s.window_wide, s.window_high)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.bar = CriticalBar(look)
        whole.addWidget(self.bar)
        self.bar.tell(
            "5号楼电梯困人 2 人", since="还没有人接单 · 01:42", action="已派电梯维保", key="F9"
        )
        row = QHBoxLayout()
        row.setSpacing(0)
        whole.addLayout(row)
        row.addWidget(self._rail())
        self.drawer = Drawer(look, self._main(), self._side())
        row.addWidget(self.drawer, 1)
        self.actions_ = Actions(self, words)
        for at, (text, keys, icon) in enumerate(
            (
                ("New call (park this one)", "F2", Icon.PHONE),
                ("Back to the parked call", "F3", Icon.PARK),
                ("Chase the open ticket", "Ctrl+J", Icon.CHASE),
                ("Join the same report", "Ctrl+M", Icon.MERGE),
                ("Show the telephone", "Ctrl+E", Icon.EYE),
                ("Correct the caller", "", Icon.EDIT),
                ("Change who is at the desk", "Ctrl+U", Icon.USER),
                ("Export the list", "Ctrl+S", Icon.EXPORT),
                ("Light or dark", "", Icon.MOON),
            )
        ):
            self.actions_.add(Action(f"a{at}", text, keys, icon, lambda: None))
        self.palette_ = CommandPalette(look, words, self.actions_, lambda text: text, self)

    def _rail(self) -> QWidget:
        look, s = self.look, self.look.sizes
        rail = QWidget()
        rail.setFixedWidth(s.rail)
        column = QVBoxLayout(rail)
        column.setContentsMargins(0, s.small, 0, s.room)
        column.setSpacing(s.unit)
        for at, (icon, text) in enumerate(
            (
                (Icon.DESK, "前台"),
                (Icon.KNOWLEDGE, "知识库"),
                (Icon.RESIDENTS, "住户"),
                (Icon.REPORTS, "报表"),
                (Icon.SETTINGS, "设置"),
            )
        ):
            place = RailButton(look, icon, text, key=f"Ctrl+{at + 1}")
            place.setChecked(at == 0)
            column.addWidget(place)
        column.addStretch(1)
        column.addWidget(Avatar(look, "林晓"), 0, Qt.AlignmentFlag.AlignHCenter)
        return rail

    def _main(self) -> QWidget:
        look, s = self.look, self.look.sizes
        main = QWidget(self)
        column = QVBoxLayout(main)
        column.setContentsMargins(s.wide, s.room, s.wide, s.room)
        column.setSpacing(s.middle)
        self.box = LineEdit(
            look, "厨房漏水一直滴 3-2-1502", name="来电", icon=Icon.PHONE, large=True
        )
        column.addWidget(self.box)
        reading = Flow()
        reading.setSpacing(s.small)
        for chip in (
            Chip(look, "3栋2单元1502", icon=Icon.ROOM, key="Alt+1"),
            Chip(look, "漏水渗水", icon=Icon.TAG, key="Alt+2"),
            Chip(look, "紧急 30 分钟到场", icon=Icon.SOON, tone=Tone.OVERDUE, key="Alt+3"),
            Chip(look, "电话", icon=Icon.PHONE, tone=Tone.QUIET),
        ):
            reading.addWidget(chip)
        column.addLayout(reading)
        banner = Banner(look, self.words)
        column.addWidget(banner)
        banner.tell(
            "打印机没有应答，派工单已存好，连上后会自动打印。", "warn", action="再试一次", key="F5"
        )
        filters = Flow()
        filters.setSpacing(s.small)
        for at, (text, count, tone, icon) in enumerate(
            (
                ("超时", 3, Tone.OVERDUE, Icon.OVERDUE),
                ("即将", 5, Tone.SOON, Icon.SOON),
                ("待派", 2, Tone.PLAIN, Icon.TO_DISPATCH),
                ("处理中", 18, Tone.PLAIN, Icon.IN_PROGRESS),
                ("暂停", 0, Tone.HOLD, Icon.HOLD),
                ("待回访", 6, Tone.PLAIN, Icon.VISIT),
            )
        ):
            chip = Chip(look, text, icon=icon, tone=tone, count=count, checkable=True)
            chip.setChecked(at == 2)
            filters.addWidget(chip)
        column.addLayout(filters)
        self.list = ListView(look, "工单")
        model = QStandardItemModel(self.list)
        for row in ROWS:
            model.appendRow(QStandardItem(row.title))
        self.list.setModel(model)
        self.list.setItemDelegate(RowDelegate(look, lambda index: ROWS[index.row()], self.list))
        self.list.setCurrentIndex(model.index(3, 0))
        column.addWidget(self.list, 1)
        return main

    def _side(self) -> QWidget:
        look, s = self.look, self.look.sizes
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(s.wide, s.room, s.wide, s.room)
        column.setSpacing(s.small)
        column.addWidget(
            Section(
                look,
                "张淑芬",
                note="业主 · 138****5678",
                tool=IconButton(look, Icon.EYE, "显示电话", key="Ctrl+E"),
            )
        )
        notes = Flow()
        notes.setSpacing(s.small)
        notes.addWidget(Chip(look, "独居老人", icon=Icon.CARE, tone=Tone.SOON))
        notes.addWidget(Chip(look, "勿按门铃", icon=Icon.DO_NOT_RING, tone=Tone.HOLD))
        column.addLayout(notes)
        column.addWidget(Label(look, "上月报修 2 次 · 未完 1", Text.SMALL, tone=Tone.QUIET))
        column.addWidget(Label(look, "家里漏水怎么办？", bold=True))
        column.addWidget(
            Label(
                look,
                "请您先关掉水表前的阀门，我们的师傅 30 分钟内到，到之前不要碰湿的插座。",
                Text.ANSWER,
                wrap=True,
            )
        )
        line = QHBoxLayout()
        line.setSpacing(s.small)
        line.addWidget(
            ElidedLabel(
                look,
                "同类：3-2-1602 卫生间漏水 10 分钟前，同单元两小时内报过四户停水",
                tone=Tone.QUIET,
            ),
            1,
        )
        line.addWidget(KeyCap(look, "Ctrl+M"))
        column.addLayout(line)
        buttons = Flow()
        buttons.setSpacing(s.small)
        buttons.addWidget(Button(look, "建工单", "primary", key="Ctrl+Return"))
        buttons.addWidget(Button(look, "并入", "quiet", key="Ctrl+M", icon=Icon.MERGE))
        buttons.addWidget(Button(look, "作废", "danger"))
        buttons.addWidget(Button(look, "更多", "bare", icon=Icon.MORE))
        column.addLayout(buttons)
        column.addStretch(1)
        return side


class Pieces(QWidget):
    """The pieces a form and a settings page are made of."""

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        s = look.sizes
        self.resize(s.window_wide_least, s.window_high_least)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(s.wide, s.wide, s.wide, s.wide)
        columns.setSpacing(2 * s.wide)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(s.middle)
        right.setSpacing(s.middle)
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)
        left.addWidget(Section(look, "修改工单", page=True, note="WX-0037"))
        form = Form(look)
        form.add("what", "报修内容", TextEdit(look, "卫生间漏水，已漏到楼下天花板", lines=3))
        form.add("phone", "电话", LineEdit(look, "1380013800"), hint="手机或座机")
        form.add("kind", "类别", Combo(look, [("漏水渗水", 1), ("下水堵塞", 2)]))
        form.add("minutes", "到场时限", SpinBox(look, 30, suffix=" 分钟"))
        form.add("off", "停用", LineEdit(look, "不可改"))
        form.row("off").field.setEnabled(False)
        form.complain({"phone": "电话号码少一位，请再核对。"})
        left.addWidget(form)
        left.addStretch(1)
        right.addWidget(Section(look, "外观", note="这台电脑"))
        right.addWidget(Segments(look, [("浅色", 1), ("深色", 2), ("跟随系统", 3)], 3, name="外观"))
        beside = Form(look, beside=True)
        beside.add("a", "打印机", Combo(look, [("前台 A5", 1)]))
        beside.add("b", "份数", SpinBox(look, 1))
        right.addWidget(beside)
        for widget in (
            Toggle(look, "新紧急工单响铃", on=True),
            Toggle(look, "自动打印派工单"),
            CheckBox(look, "回访时读满意度", on=True),
            CheckBox(look, "仅本楼栋"),
        ):
            right.addWidget(widget)
        states = QHBoxLayout()
        states.setSpacing(s.small)
        off = Button(look, "不可用", "primary")
        off.setEnabled(False)
        focus = Button(look, "焦点", "quiet")
        focus.setObjectName("focus")
        for widget in (
            off,
            focus,
            Button(look, "小", "quiet", small=True, key="F5"),
            IconButton(look, Icon.TRASH, "删除"),
        ):
            states.addWidget(widget)
        states.addStretch(1)
        right.addLayout(states)
        for weight in ("info", "error"):
            banner = Banner(look, words)
            right.addWidget(banner)
            banner.tell(
                "数据已备份到 D 盘。"
                if weight == "info"
                else "磁盘满了，这张工单还没有存上，内容都在。",
                weight,
                action="查看",
            )
        right.addWidget(
            EmptyState(look, "今天还没有工单。接起电话，按 F2 开始。", "新建工单", key="F2"), 1
        )
