"""The tokens: readable in both schemes, at every size, and named in one place only."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.refusals import Refusal
from desk.ui import fonts
from desk.ui.icons import Icon, Icons
from desk.ui.look import Look
from desk.ui.theme import MOTION, UNIT, Scheme, Text, Theme, Tone

UI = Path(__file__).parents[2] / "desk" / "ui"
#: Where colours and sizes have their names.
NAMING = {"theme.py", "style_sheet.py"}
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
#: Calls whose whole numbers are lengths on the screen.
LENGTHS = {
    "setContentsMargins", "setSpacing", "setHorizontalSpacing", "setVerticalSpacing",
    "setFixedWidth", "setFixedHeight", "setFixedSize", "setMinimumWidth", "setMinimumHeight",
    "setMinimumSize", "setMaximumWidth", "setMaximumSize", "setPixelSize", "setPointSize",
    "setPointSizeF", "resize", "addSpacing", "setIconSize", "QSize", "setDefaultSectionSize",
    "setMinimumSectionSize", "setColumnWidth", "setRowHeight", "setTextMargins", "setIndentation",
}  # fmt: skip


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    return (
        0.2126 * linear(colour.redF())
        + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF())
    )


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours as WCAG counts it, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_counted_as_the_standard_does() -> None:
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#FFFFFF")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_text_can_be_read_on_every_ground_it_may_stand_on(scheme: Scheme) -> None:
    colours = Theme(scheme).colours
    weak = {
        f"{ink} on {ground}": round(contrast(getattr(colours, ink), getattr(colours, ground)), 2)
        for ink, ground in Theme(scheme).pairs()
        if contrast(getattr(colours, ink), getattr(colours, ground)) < 4.5
    }
    assert not weak


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("tone", list(Tone))
def test_every_tone_can_be_read_on_its_own_ground(scheme: Scheme, tone: Tone) -> None:
    assert contrast(*Theme(scheme).tone(tone)) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_focus_can_be_seen_on_every_ground(scheme: Scheme) -> None:
    colours = Theme(scheme).colours
    for ground in (colours.paper, colours.ground, colours.raised, colours.selected):
        assert contrast(colours.accent, ground) >= 3


def test_twice_the_scale_is_twice_of_everything_but_the_window() -> None:
    once, twice = Theme("light", 1.0), Theme("light", 2.0)
    assert twice.space(4) == 2 * once.space(4) == 8 * UNIT
    assert twice.sizes.control == 2 * once.sizes.control
    assert twice.sizes.hair == 2
    # The screen is no larger, so the window still fits it.
    assert twice.sizes.window_wide_least == once.sizes.window_wide_least == 1024
    assert twice.sizes.window_high_least == once.sizes.window_high_least == 700
    for text in Text:
        assert twice.pixels(text) == pytest.approx(2 * once.pixels(text), abs=1)


def test_type_and_motion_are_those_of_the_design() -> None:
    assert [text.value for text in Text] == [11, 13, 16, 20, 28]
    assert MOTION < 120
    theme = Theme()
    for text in Text:
        assert theme.line(text) == pytest.approx(1.5 * theme.pixels(text), abs=0.5)


def test_a_room_is_made_of_whole_units() -> None:
    sizes = Theme().sizes
    assert (sizes.small, sizes.room, sizes.wide) == (8, 16, 24)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_style_sheet_is_filled_in_completely(scheme: Scheme) -> None:
    rules = Theme(scheme, 2.0).style_sheet()
    assert "$" not in rules
    assert rules.count("{") == rules.count("}")


def test_the_look_reaches_every_widget_and_says_so(look: Look, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    assert widget.palette().window().color() == Theme("light").colours.ground
    with qtbot.waitSignal(look.changed):
        look.choose("dark")
    assert widget.palette().window().color() == Theme("dark").colours.ground
    with qtbot.waitSignal(look.changed):
        look.rescale(2.0)
    assert widget.font().pixelSize() == Theme("dark", 2.0).pixels(Text.BODY)
    with qtbot.assertNotEmitted(look.changed):
        look.rescale(2.0)


def test_the_system_decides_until_somebody_chooses(qapp: QApplication, family: str) -> None:
    look = Look(qapp, family=family)
    try:
        # The offscreen system has no scheme of its own: light.
        assert look.theme.scheme == "light"
        look.choose("dark")
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
        assert look.theme.scheme == "dark"
        look.choose(None)
        assert (look.theme.scheme, look.chosen) == ("light", None)
    finally:
        look.setParent(None)
        look.deleteLater()


def test_figures_are_of_one_width(qapp: QApplication, family: str) -> None:
    for bold in (False, True):
        metrics = QFontMetrics(Theme(family=family).font(Text.ANSWER, bold=bold))
        assert len({metrics.horizontalAdvance(digit * 100) for digit in "0123456789"}) == 1


def test_a_missing_font_is_said_and_the_program_goes_on(qapp: QApplication, tmp_path: Path) -> None:
    loaded = fonts.load(tmp_path)
    assert loaded.family
    assert isinstance(loaded.trouble, Refusal)
    assert loaded.trouble.code == "font.missing"


def test_a_broken_font_is_said_and_the_other_weight_is_used(
    qapp: QApplication, tmp_path: Path, family: str
) -> None:
    whole = (UI.parents[1] / "resources" / "fonts" / fonts.FILES[1]).read_bytes()
    (tmp_path / fonts.FILES[0]).write_bytes(b"no font")
    (tmp_path / fonts.FILES[1]).write_bytes(whole)
    loaded = fonts.load(tmp_path)
    assert loaded.family == family
    assert loaded.trouble is not None
    assert loaded.trouble.fields == {"file": fonts.FILES[0]}


@pytest.mark.parametrize("icon", list(Icon))
def test_every_icon_is_drawn_in_the_colour_asked_for(qapp: QApplication, icon: Icon) -> None:
    colour = QColor("#B3261E")
    image = Icons().pixmap(icon, colour, 24, 2.0).toImage()
    assert (image.width(), image.devicePixelRatio()) == (48, 2.0)
    pixels = [image.pixelColor(x, y) for x in range(48) for y in range(48)]
    inked = [pixel for pixel in pixels if pixel.alpha() == 255]
    assert inked
    # Blending may round a part by one.
    assert all(abs(pixel.red() - colour.red()) <= 1 for pixel in inked)
    assert all(abs(pixel.blue() - colour.blue()) <= 1 for pixel in inked)


def test_an_icon_is_drawn_once(qapp: QApplication) -> None:
    icons, colour = Icons(), QColor("#B3261E")
    first = icons.pixmap(Icon.PHONE, colour, 18)
    assert icons.pixmap(Icon.PHONE, QColor(colour), 18).cacheKey() == first.cacheKey()
    assert icons.pixmap(Icon.PHONE, colour, 18, 2.0).cacheKey() != first.cacheKey()


def test_no_icon_is_carried_along_unused() -> None:
    files = {path.stem for path in (UI.parents[1] / "resources" / "icons").glob("*.svg")}
    assert files == {icon.value for icon in Icon}


def _sources() -> list[Path]:
    return sorted(path for path in UI.rglob("*.py") if path.name not in NAMING)


@pytest.mark.parametrize("path", _sources(), ids=lambda path: str(path.relative_to(UI)))
def test_nothing_but_the_theme_names_a_colour_or_a_length(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if re.search(r"#[0-9a-fA-F]{3,8}\b", node.value):
                found.append(f"{node.lineno}: {node.value}")
        elif isinstance(node, ast.Attribute) and node.attr in ("setStyleSheet", "GlobalColor"):
            if ast.unparse(node) != "Qt.GlobalColor":
                found.append(f"{node.lineno}: {node.attr}")
        elif isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in LENGTHS:
                found += [
                    f"{node.lineno}: {name}({argument.value})"
                    for argument in node.args
                    if isinstance(argument, ast.Constant) and argument.value not in (0, 1)
                ]
            if name == "QColor" and node.args and isinstance(node.args[0], ast.Constant):
                found.append(f"{node.lineno}: {ast.unparse(node)}")
    assert not found
