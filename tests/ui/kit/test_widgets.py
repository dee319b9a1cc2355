"""Chips, buttons, labels, banners, lists: reached by keys, named, never silently cut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desk.ui.icons import Icon
from desk.ui.kit.avatar import Avatar
from desk.ui.kit.banner import Banner
from desk.ui.kit.button import Button
from desk.ui.kit.chip import Chip
from desk.ui.kit.critical_bar import CriticalBar
from desk.ui.kit.drawer import Drawer
from desk.ui.kit.empty_state import EmptyState
from desk.ui.kit.flow import Flow
from desk.ui.kit.icon_button import IconButton
from desk.ui.kit.key_cap import KeyCap, key_words
from desk.ui.kit.label import ElidedLabel, Label
from desk.ui.kit.rail_button import RailButton
from desk.ui.kit.section import Section
from desk.ui.look import Look
from desk.ui.theme import Text, Tone
from desk.words.catalogue import Words
from tests.ui.kit.conftest import Show
from tests.ui.kit.seen import name_of, pixels


@pytest.mark.parametrize(
    ("keys", "caps"),
    [
        ("", ()),
        ("F2", ("F2",)),
        ("Ctrl+Return", ("Ctrl", "⏎")),
        ("Ctrl++", ("Ctrl", "+")),
        ("Alt+1", ("Alt", "1")),
        ("Esc", ("Esc",)),
        ("Shift+Up", ("Shift", "↑")),
    ],
)
def test_a_shortcut_is_shown_key_by_key(
    keys: str, caps: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    key_words.cache_clear()
    assert key_words(keys) == caps
    key_words.cache_clear()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_whatever_can_be_pressed_is_pressed_by_keys(
    look: Look, qtbot: QtBot, shown: Show, key: Qt.Key
) -> None:
    pressable: list[QPushButton] = [
        Button(look, "建工单", "primary", key="Ctrl+Return"),
        IconButton(look, Icon.EYE, "显示电话"),
        Chip(look, "漏水渗水"),
        Avatar(look, "林晓"),
        RailButton(look, Icon.DESK, "前台"),
    ]
    shown(*pressable)
    for widget in pressable:
        pressed: list[bool] = []
        widget.clicked.connect(lambda _on=False, pressed=pressed: pressed.append(True))
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(widget, key)
        assert pressed, type(widget).__name__
        assert name_of(widget), type(widget).__name__


@pytest.mark.parametrize("kind", ["primary", "quiet", "danger", "destroy", "bare"])
def test_a_button_shows_the_ring_only_when_the_keyboard_brought_the_focus(
    look: Look, qtbot: QtBot, shown: Show, kind: str
) -> None:
    one, other = Button(look, "一", kind), Button(look, "二", kind)  # type: ignore[arg-type]
    window = shown(one, other)
    one.setFocus()
    still = one.grab().toImage()
    other.setFocus()
    qtbot.keyClick(other, Qt.Key.Key_Backtab)
    assert one.hasFocus()
    assert one.grab().toImage() != still
    qtbot.mouseClick(one, Qt.MouseButton.LeftButton)
    qtbot.mouseMove(window, QPoint(0, 0))
    QApplication.processEvents()
    assert one.hasFocus()


def test_a_button_is_as_wide_as_what_it_says(look: Look, qtbot: QtBot) -> None:
    plain, keyed = Button(look, "并入"), Button(look, "并入", key="Ctrl+M", icon=Icon.MERGE)
    for widget in (plain, keyed):
        qtbot.addWidget(widget)
        assert widget.minimumSizeHint() == widget.sizeHint()
    assert keyed.sizeHint().width() > plain.sizeHint().width() + look.sizes.icon
    before = plain.sizeHint().width()
    plain.set_key("F5")
    assert plain.sizeHint().width() > before


def test_a_chip_tells_its_count(look: Look, qtbot: QtBot, shown: Show) -> None:
    chip = Chip(look, "超时", count=3, tone=Tone.OVERDUE, checkable=True)
    shown(chip)
    assert name_of(chip) == "超时 3"
    chip.set_count(0)
    assert name_of(chip) == "超时 0"
    chip.set_count(None)
    chip.set_text("即将")
    assert name_of(chip) == "即将"


def test_the_arrows_walk_from_chip_to_chip(look: Look, qtbot: QtBot, shown: Show) -> None:
    row = QWidget()
    layout = QHBoxLayout(row)
    chips = [Chip(look, text, checkable=True) for text in ("超时", "即将", "待派")]
    for chip in chips:
        layout.addWidget(chip)
    shown(row)
    chips[0].setFocus()
    qtbot.keyClick(chips[0], Qt.Key.Key_Right)
    qtbot.keyClick(chips[1], Qt.Key.Key_Right)
    assert chips[2].hasFocus()
    qtbot.keyClick(chips[2], Qt.Key.Key_Left)
    assert chips[1].hasFocus()
    assert not any(chip.isChecked() for chip in chips)


def test_a_label_is_cut_with_an_ellipsis_and_then_explained(
    look: Look, qtbot: QtBot, shown: Show
) -> None:
    text = "客厅空调外机支架松动，业主要求尽快处理"
    label = ElidedLabel(look, text)
    label.resize(100, 30)
    shown(label).resize(120, 60)
    QApplication.processEvents()
    assert label.cut
    assert label.toolTip() == text
    assert name_of(label) == text
    label.setText("短")
    assert not label.cut
    assert label.toolTip() == ""


def test_names_are_never_read_as_markup(look: Look, qtbot: QtBot) -> None:
    label = Label(look, "<b>张</b>&amp;")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_label_follows_the_theme(look: Look, qtbot: QtBot, shown: Show) -> None:
    label = Label(look, "超时", Text.SMALL, tone=Tone.OVERDUE)
    shown(label)
    look.choose("dark")
    assert label.palette().windowText().color() == look.colours.overdue
    look.rescale(2.0)
    assert label.font().pixelSize() == look.theme.pixels(Text.SMALL)
    label.set_tone(Tone.SOON)
    assert label.palette().windowText().color() == look.colours.soon


def test_a_banner_makes_room_says_it_and_goes(
    look: Look, words: Words, qtbot: QtBot, shown: Show
) -> None:
    banner, below = Banner(look, words), QWidget()
    window = shown(banner, below)
    assert not banner.isVisible()
    banner.tell("打印机没有应答，派工单已存好。", "warn", action="再试一次")
    QApplication.processEvents()
    assert banner.sentence == "打印机没有应答，派工单已存好。"
    assert banner.geometry().bottom() < below.geometry().top()
    retry = next(b for b in banner.findChildren(Button) if b.text() == "再试一次")
    with qtbot.waitSignal(banner.acted):
        retry.click()
    with qtbot.waitSignal(banner.dismissed):
        qtbot.keyClick(retry, Qt.Key.Key_Escape)
    assert banner.sentence == ""
    assert not banner.isVisible()
    assert window.isVisible()


def test_a_banner_slides_in_within_the_time_of_the_design(
    look: Look, words: Words, qtbot: QtBot, shown: Show
) -> None:
    look.motion = 100
    banner = Banner(look, words)
    shown(banner)
    banner.tell("数据已备份。")
    with qtbot.waitSignal(banner._slide.finished, timeout=1000):
        pass
    assert banner._slide.duration() < 120
    assert banner.height() >= banner.sizeHint().height() - 1


def test_a_banner_that_must_stay_has_no_way_out(
    look: Look, words: Words, qtbot: QtBot, shown: Show
) -> None:
    banner = Banner(look, words)
    shown(banner)
    banner.tell("磁盘满了。", "error", dismissible=False)
    qtbot.keyClick(banner, Qt.Key.Key_Escape)
    assert banner.isVisible()


def test_the_critical_bar_says_it_in_the_largest_type(
    look: Look, qtbot: QtBot, shown: Show
) -> None:
    bar = CriticalBar(look)
    window = shown(bar)
    window.resize(1024, 200)
    assert not bar.isVisible()
    bar.tell("5号楼电梯困人 2 人", since="01:42", action="已派", key="F9")
    QApplication.processEvents()
    assert bar.isVisible()
    assert name_of(bar) == "5号楼电梯困人 2 人"
    assert pixels(bar, look.colours.critical.name()) > bar.width() * bar.height() // 2
    text = next(label for label in bar.findChildren(ElidedLabel) if "电梯" in label.text())
    assert text.font().pixelSize() == look.theme.pixels(Text.BAR)
    with qtbot.waitSignal(bar.taken):
        bar.findChild(Button).click()
    with qtbot.waitSignal(bar.opened):
        qtbot.mouseClick(text, Qt.MouseButton.LeftButton)
    bar.tell("")
    assert not bar.isVisible()


def test_an_empty_page_offers_the_one_way_to_begin(look: Look, qtbot: QtBot, shown: Show) -> None:
    empty = EmptyState(look, "今天还没有工单。", "新建工单", key="F2")
    shown(empty)
    with qtbot.waitSignal(empty.wanted):
        empty.action.click()
    silent = EmptyState(look, "没有找到。")
    shown(silent)
    assert not silent.action.isVisible()


def test_chips_go_on_in_the_next_line(look: Look, qtbot: QtBot, shown: Show) -> None:
    row = QWidget()
    flow = Flow(row)
    flow.setSpacing(8)
    chips = [Chip(look, f"第 {at} 个词") for at in range(8)]
    for chip in chips[1:]:
        flow.addWidget(chip)
    flow.insert(0, chips[0])
    shown(row).resize(260, 300)
    QApplication.processEvents()
    assert chips[0].geometry().topLeft() == QPoint(0, 0)
    assert chips[-1].y() > chips[0].y()
    assert all(chip.geometry().right() <= row.width() for chip in chips)
    assert flow.heightForWidth(2000) == look.sizes.chip
    chips[0].hide()
    QApplication.processEvents()
    assert chips[1].geometry().topLeft() == QPoint(0, 0)


def test_the_right_column_becomes_a_drawer(look: Look, qtbot: QtBot) -> None:
    main, side = QWidget(), QPushButton("住户")
    drawer = Drawer(look, main, side)
    qtbot.addWidget(drawer)
    drawer.resize(look.sizes.window_wide, 700)
    drawer.show()
    QApplication.processEvents()
    assert not drawer.narrow
    assert side.isVisible()
    assert main.width() < drawer.width()
    with qtbot.waitSignal(drawer.narrowed):
        drawer.resize(look.sizes.window_wide_least - look.sizes.rail, 700)
    assert drawer.narrow
    assert not side.isVisible()
    assert main.width() == drawer.width()
    with qtbot.waitSignal(drawer.drawn):
        drawer.set_open(True)
    assert side.isVisible()
    assert side.mapTo(drawer, side.rect().topRight()).x() < drawer.width()
    side.setFocus()
    qtbot.keyClick(side, Qt.Key.Key_Escape)
    assert not drawer.is_open
    drawer.set_open(True)
    drawer.resize(look.sizes.window_wide, 700)
    assert drawer.is_open
    assert side.isVisible()


def test_a_heading_and_a_cap_follow_the_scale(look: Look, qtbot: QtBot, shown: Show) -> None:
    heading, cap = Section(look, "外观", note="这台电脑"), KeyCap(look, "Ctrl+K")
    shown(heading, cap)
    heading.set_title("打印")
    heading.set_note("前台 A5")
    high = cap.sizeHint().height()
    look.rescale(2.0)
    assert cap.sizeHint().height() == 2 * high
    assert name_of(cap)
