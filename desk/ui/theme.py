"""The one module that names colours and sizes: tokens, light and dark, and what Qt gets of them.

Only urgency has colour; beside it stands one accent for focus, selection and the primary action.
Every pair a text may stand on is in :meth:`Theme.pairs`, and a test holds them at 4.5 to 1.
"""

from __future__ import annotations

from enum import Enum, StrEnum
from typing import Literal, NamedTuple

from PySide6.QtCore import QMargins
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from desk.ui.style_sheet import RULES

Scheme = Literal["light", "dark"]

FAMILY = "Noto Sans SC"

#: Logical pixels of one point of the type scale. A point of paper is 1.33 pixels on the desk's
#: usual screen and 1 on a Mac: this lies between, the same on both, so that the layout is too.
PIXELS_PER_POINT = 1.15
#: Height of a line against its type size, for running Chinese.
LINE_HEIGHT = 1.5
UNIT = 4
_QT_INSET = 2


class Tone(StrEnum):
    """What a colour says; everything but the first three is an urgency."""

    PLAIN = "plain"
    QUIET = "quiet"
    ACCENT = "accent"
    OVERDUE = "overdue"
    SOON = "soon"
    HOLD = "hold"
    CRITICAL = "critical"


class Text(Enum):
    """The one type scale, in points at 100 %."""

    SMALL = 11
    BODY = 13
    EMPHASIS = 16
    ANSWER = 20
    BAR = 28


class Colours(NamedTuple):
    """The named colours of one scheme.

    ``paper`` is what one reads on, ``ground`` what it lies on, ``raised`` what floats above both;
    ``line`` parts, ``edge`` is the rim of a field. ``*_soft`` is the ground of its tone.
    """

    paper: QColor
    ground: QColor
    raised: QColor
    hover: QColor
    pressed: QColor
    selected: QColor
    line: QColor
    edge: QColor
    thumb: QColor
    ink: QColor
    quiet: QColor
    faint: QColor
    accent: QColor
    accent_hover: QColor
    accent_pressed: QColor
    accent_soft: QColor
    on_accent: QColor
    overdue: QColor
    overdue_soft: QColor
    soon: QColor
    soon_soft: QColor
    hold: QColor
    hold_soft: QColor
    critical: QColor
    critical_pressed: QColor
    on_critical: QColor
    scrim: QColor
    shadow: QColor


_LIGHT: dict[str, str] = {
    "paper": "#FFFFFF",
    "ground": "#F6F7F8",
    "raised": "#FFFFFF",
    "hover": "#F1F3F4",
    "pressed": "#E6E9EB",
    "selected": "#E4F1F0",
    "line": "#E3E6E8",
    "edge": "#C4CBD0",
    "thumb": "#C4CBD0",
    "ink": "#1B1F23",
    "quiet": "#5B6670",
    "faint": "#8C969E",
    "accent": "#0B6E6E",
    "accent_hover": "#095E5E",
    "accent_pressed": "#074F4F",
    "accent_soft": "#E4F1F0",
    "on_accent": "#FFFFFF",
    "overdue": "#B3261E",
    "overdue_soft": "#FDECEA",
    "soon": "#8A5A00",
    "soon_soft": "#FFF4DF",
    "hold": "#4A5A8A",
    "hold_soft": "#ECEFF7",
    "critical": "#B3261E",
    "critical_pressed": "#8F1D17",
    "on_critical": "#FFFFFF",
    "scrim": "#661B1F23",
    "shadow": "#1B1F23",
}
_DARK: dict[str, str] = {
    "paper": "#1A1D20",
    "ground": "#131517",
    "raised": "#23272B",
    "hover": "#23272B",
    "pressed": "#2C3136",
    "selected": "#1C3536",
    "line": "#2B3035",
    "edge": "#454C53",
    "thumb": "#454C53",
    "ink": "#E9ECEE",
    "quiet": "#A3ADB5",
    "faint": "#717B84",
    "accent": "#56BDB6",
    "accent_hover": "#6CCBC4",
    "accent_pressed": "#46A8A1",
    "accent_soft": "#1C3536",
    "on_accent": "#08211F",
    "overdue": "#FF9287",
    "overdue_soft": "#3D1F1D",
    "soon": "#EDBB62",
    "soon_soft": "#352A14",
    "hold": "#AFBDEB",
    "hold_soft": "#262C40",
    "critical": "#C4332A",
    "critical_pressed": "#A3271F",
    "on_critical": "#FFFFFF",
    "scrim": "#99000000",
    "shadow": "#000000",
}


class Sizes(NamedTuple):
    """Every length the window uses, in logical pixels; the values here are those at 100 %."""

    hair: int = 1
    ring: int = 2
    unit: int = UNIT
    small: int = 2 * UNIT
    middle: int = 3 * UNIT
    room: int = 4 * UNIT
    wide: int = 6 * UNIT
    radius_small: int = 4
    radius: int = 6
    radius_large: int = 12
    bar: int = 4
    icon_small: int = 14
    icon: int = 18
    icon_large: int = 24
    cap: int = 18
    chip: int = 28
    control: int = 36
    control_small: int = 28
    control_large: int = 48
    row: int = 40
    row_two: int = 60
    rail: int = 80
    rail_button: int = 64
    critical_bar: int = 64
    avatar: int = 32
    toggle_wide: int = 36
    toggle_high: int = 20
    thumb: int = 14
    scroll: int = 10
    sheet: int = 480
    sheet_wide: int = 720
    palette: int = 640
    column: int = 420
    column_least: int = 340
    drawer_below: int = 1180
    reading: int = 720
    least_field: int = 160
    queue_columns: int = 860
    queue_serial: int = 440
    window_wide: int = 1280
    window_high: int = 800
    window_wide_least: int = 1024
    window_high_least: int = 700


#: Milliseconds a thing may take to slide into its place.
MOTION = 100


class Theme:
    """One scheme at one scale: colours, lengths and type. A value; it never changes."""

    def __init__(self, scheme: Scheme = "light", scale: float = 1.0, family: str = FAMILY) -> None:
        """Work the tokens out; ``scale`` 2.0 is text and room at 200 %."""
        self.scheme: Scheme = scheme
        self.scale = scale
        self.family = family
        self._fonts: dict[tuple[Text, bool], QFont] = {}
        hexes = _DARK if scheme == "dark" else _LIGHT
        self.colours = Colours(**{name: QColor(value) for name, value in hexes.items()})
        at_once = Sizes()
        # The window does not grow with its text: the screen does not either.
        self.sizes = Sizes(*(max(1, round(value * scale)) for value in at_once))._replace(
            window_wide=at_once.window_wide,
            window_high=at_once.window_high,
            window_wide_least=at_once.window_wide_least,
            window_high_least=at_once.window_high_least,
        )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Theme) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    @property
    def _key(self) -> tuple[str, float, str]:
        return self.scheme, self.scale, self.family

    def space(self, units: float) -> int:
        """Return so many space units in pixels."""
        return round(units * UNIT * self.scale)

    def margins(self, units: float, sideways: float | None = None) -> QMargins:
        """Return margins of so many space units, the same above and beside unless said."""
        high, wide = self.space(units), self.space(units if sideways is None else sideways)
        return QMargins(wide, high, wide, high)

    def pixels(self, text: Text) -> int:
        """Return the type size in pixels."""
        return max(1, round(text.value * PIXELS_PER_POINT * self.scale))

    def line(self, text: Text) -> int:
        """Return the height of one line of running text in pixels."""
        return round(self.pixels(text) * LINE_HEIGHT)

    def font(self, text: Text = Text.BODY, *, bold: bool = False) -> QFont:
        """Return the font; the digits of the vendored family are of one width in both weights."""
        kept = self._fonts.get((text, bold))
        if kept is None:
            kept = self._fonts[text, bold] = QFont(self.family)
            kept.setPixelSize(self.pixels(text))
            kept.setBold(bold)
        # A copy shares what Qt has worked out and keeps ours from being changed.
        return QFont(kept)

    def tone(self, tone: Tone) -> tuple[QColor, QColor]:
        """Return the ink of a tone and the ground it may stand on."""
        c = self.colours
        return {
            Tone.PLAIN: (c.ink, c.hover),
            Tone.QUIET: (c.quiet, c.hover),
            Tone.ACCENT: (c.accent, c.accent_soft),
            Tone.OVERDUE: (c.overdue, c.overdue_soft),
            Tone.SOON: (c.soon, c.soon_soft),
            Tone.HOLD: (c.hold, c.hold_soft),
            Tone.CRITICAL: (c.on_critical, c.critical),
        }[tone]

    def bar(self, tone: Tone) -> QColor:
        """Return the colour of the urgency bar at the left of a row; nothing to say is no bar."""
        c = self.colours
        return {
            Tone.ACCENT: c.accent,
            Tone.OVERDUE: c.overdue,
            Tone.SOON: c.soon,
            Tone.HOLD: c.hold,
            Tone.CRITICAL: c.critical,
        }.get(tone, QColor(0, 0, 0, 0))

    def pairs(self) -> list[tuple[str, str]]:
        """Return every ink and the grounds a text of it may stand on, by name of the colour."""
        grounds = ("paper", "ground", "raised", "hover", "pressed", "selected")
        pairs = [("ink", g) for g in grounds] + [("quiet", g) for g in grounds]
        for tone in ("accent", "overdue", "soon", "hold"):
            pairs += [(tone, g) for g in ("paper", "ground", "raised", "hover", "selected")]
            pairs.append((tone, f"{tone}_soft"))
            pairs += [("ink", f"{tone}_soft"), ("quiet", f"{tone}_soft")]
        pairs += [("on_accent", g) for g in ("accent", "accent_hover", "accent_pressed")]
        pairs += [("on_critical", g) for g in ("critical", "critical_pressed")]
        return [*pairs, ("paper", "ink")]

    def palette(self) -> QPalette:
        """Return Qt's palette of these colours."""
        c, role, group = self.colours, QPalette.ColorRole, QPalette.ColorGroup
        palette = QPalette()
        for which, colour in (
            (role.Window, c.ground),
            (role.WindowText, c.ink),
            (role.Base, c.paper),
            (role.AlternateBase, c.ground),
            (role.Text, c.ink),
            (role.PlaceholderText, c.quiet),
            (role.Button, c.paper),
            (role.ButtonText, c.ink),
            (role.BrightText, c.on_critical),
            (role.ToolTipBase, c.ink),
            (role.ToolTipText, c.paper),
            (role.Highlight, c.accent),
            (role.HighlightedText, c.on_accent),
            (role.Accent, c.accent),
            (role.Link, c.accent),
            (role.LinkVisited, c.accent),
            (role.Light, c.raised),
            (role.Midlight, c.hover),
            (role.Mid, c.line),
            (role.Dark, c.edge),
            (role.Shadow, c.shadow),
        ):
            palette.setColor(which, colour)
        for which in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(group.Disabled, which, c.faint)
        return palette

    def style_sheet(self) -> str:
        """Return the few rules Qt's palette cannot say."""
        s = self.sizes
        names: dict[str, object] = dict(s._asdict())
        for name, colour in self.colours._asdict().items():
            names[name] = colour.name(QColor.NameFormat.HexArgb)
        line = self.line(Text.BODY)
        high = (s.control - line) // 2 - s.hair
        large = (s.control_large - self.line(Text.EMPHASIS)) // 2 - s.hair
        names |= {
            "emphasis": self.pixels(Text.EMPHASIS),
            "answer": self.pixels(Text.ANSWER),
            "tight": self.space(1.5),
            "field_high": high,
            # Qt sets the text of a line two pixels in, and that of running text not at all.
            "line_side": s.middle - s.hair - _QT_INSET,
            "text_side": s.middle - s.hair,
            "field_high_focus": high - s.ring + s.hair,
            "line_side_focus": s.middle - s.ring - _QT_INSET,
            "text_side_focus": s.middle - s.ring,
            "large_high": large,
            "large_high_focus": large - s.ring + s.hair,
            "scroll_radius": max(1, s.scroll // 2 - s.ring),
        }
        return RULES.substitute(names)


def apply(app: QApplication, theme: Theme) -> None:
    """Give the program this theme: style, font, palette and rules."""
    if app.style().objectName() not in ("fusion", ""):
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(theme.font())
    app.setPalette(theme.palette())
    app.setStyleSheet(theme.style_sheet())
