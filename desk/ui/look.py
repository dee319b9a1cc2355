"""How the window looks now: the theme in force, its fonts and icons, and word of a change."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from desk.ui.icons import Icon, Icons
from desk.ui.theme import FAMILY, MOTION, Colours, Scheme, Sizes, Text, Theme, Tone, apply


class Look(QObject):
    """Follows the system's scheme unless somebody chose one; handed to every widget.

    Attributes:
        app: the application it dresses.
        theme: the theme in force.
        motion: milliseconds a thing may take to slide into place; 0 keeps everything still.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        *,
        chosen: Scheme | None = None,
        scale: float = 1.0,
        family: str = FAMILY,
        motion: int = MOTION,
    ) -> None:
        """Put the theme on the application at once."""
        super().__init__(app)
        self.app = app
        self._icons = Icons()
        self._chosen = chosen
        self._hints = app.styleHints()
        self.motion = motion
        self.theme = Theme(chosen or self._system(), scale, family)
        apply(app, self.theme)
        self._tell_system()
        self._hints.colorSchemeChanged.connect(self._follow)

    @property
    def chosen(self) -> Scheme | None:
        """The scheme somebody chose, or None while the system decides."""
        return self._chosen

    @property
    def colours(self) -> Colours:
        """The colours in force."""
        return self.theme.colours

    @property
    def sizes(self) -> Sizes:
        """The lengths in force."""
        return self.theme.sizes

    def choose(self, scheme: Scheme | None) -> None:
        """Take this scheme from now on; None follows the system again."""
        self._chosen = scheme
        self._tell_system()
        self._become(Theme(scheme or self._system(), self.theme.scale, self.theme.family))

    def rescale(self, scale: float) -> None:
        """Show everything at another size; 2.0 is 200 %."""
        self._become(Theme(self.theme.scheme, scale, self.theme.family))

    def font(self, text: Text = Text.BODY, *, bold: bool = False) -> QFont:
        """Return a font of the type scale."""
        return self.theme.font(text, bold=bold)

    def ink(self, tone: Tone) -> QColor:
        """Return the colour text and icons of this tone have on paper."""
        return self.colours.critical if tone is Tone.CRITICAL else self.theme.tone(tone)[0]

    def icon(self, icon: Icon, colour: QColor | None = None, size: int | None = None) -> QIcon:
        """Return a Qt icon in a token colour (quiet ink unless said)."""
        return self._icons.icon(icon, colour or self.colours.quiet, size or self.sizes.icon)

    def pixmap(
        self, icon: Icon, colour: QColor, size: int | None = None, ratio: float = 1.0
    ) -> QPixmap:
        """Return an icon to paint, sharp on a screen of this device pixel ratio."""
        return self._icons.pixmap(icon, colour, size or self.sizes.icon, ratio)

    def _system(self) -> Scheme:
        return "dark" if self._hints.colorScheme() == Qt.ColorScheme.Dark else "light"

    def _tell_system(self) -> None:
        """Ask for window frames and native dialogs of the chosen scheme (Qt 6.8 and later)."""
        wanted = {
            "light": Qt.ColorScheme.Light,
            "dark": Qt.ColorScheme.Dark,
            None: Qt.ColorScheme.Unknown,
        }[self._chosen]
        self._hints.setColorScheme(wanted)

    def _follow(self) -> None:
        if self._chosen is None:
            self._become(Theme(self._system(), self.theme.scale, self.theme.family))

    def _become(self, theme: Theme) -> None:
        if theme == self.theme:
            return
        self.theme = theme
        apply(self.app, theme)
        self.changed.emit()
