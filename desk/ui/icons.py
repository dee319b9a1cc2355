"""The icons: vendored SVGs of Lucide, tinted with a token colour and kept per size and screen."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from desk.resources import resource


class Icon(StrEnum):
    """What an icon means here; the value is the name of its file."""

    DESK = "headset"
    KNOWLEDGE = "library-big"
    RESIDENTS = "users"
    REPORTS = "chart-column"
    SETTINGS = "settings"
    SEARCH = "search"
    PHONE = "phone"
    COUNTER = "store"
    WECHAT = "message-circle"
    PAGE = "smartphone"
    PATROL = "footprints"
    OVERDUE = "circle-alert"
    SOON = "clock"
    HOLD = "circle-pause"
    TO_DISPATCH = "inbox"
    IN_PROGRESS = "wrench"
    VISIT = "phone-call"
    CRITICAL = "siren"
    DONE = "circle-check"
    CANCELLED = "circle-x"
    PLANNED = "calendar-clock"
    ROOM = "house"
    BUILDING = "building-2"
    PERSON = "user-round"
    CARE = "hand-heart"
    PET = "paw-print"
    DO_NOT_RING = "bell-off"
    LOCK = "lock"
    PRINT = "printer"
    SAVE = "save"
    EXPORT = "download"
    IMPORT = "upload"
    ADD = "plus"
    REMOVE = "minus"
    EDIT = "pencil"
    TRASH = "trash-2"
    HISTORY = "history"
    UNDO = "undo-2"
    REDO = "redo-2"
    REFRESH = "refresh-cw"
    CHEVRON_UP = "chevron-up"
    CHEVRON_DOWN = "chevron-down"
    CHEVRON_LEFT = "chevron-left"
    CHEVRON_RIGHT = "chevron-right"
    ARROW_RIGHT = "arrow-right"
    ENTER = "corner-down-left"
    CLOSE = "x"
    CHECK = "check"
    STAR = "star"
    MERGE = "merge"
    TRANSFER = "repeat"
    CHASE = "bell-ring"
    COMMENT = "message-square"
    USER = "circle-user-round"
    LANGUAGE = "languages"
    SUN = "sun"
    MOON = "moon"
    SYSTEM = "monitor"
    BACKUP = "database-backup"
    CALENDAR = "calendar"
    CREW = "hard-hat"
    ARTICLE = "book-open"
    ANSWER = "lightbulb"
    FILTER = "list-filter"
    COPY = "copy"
    EYE = "eye"
    EYE_OFF = "eye-off"
    INFO = "info"
    WARNING = "triangle-alert"
    MORE = "ellipsis"
    COLUMN = "panel-right"
    KEYBOARD = "keyboard"
    FOLDER = "folder-open"
    TAG = "tag"
    PARTS = "package"
    SCAN = "scan-line"
    SOUND = "volume-2"
    SOUND_OFF = "volume-x"
    SIGN_OUT = "log-out"
    PARK = "circle-parking"
    HELP = "circle-question-mark"
    PLACE = "map-pin"
    RELATIONS = "key-round"
    CLIPBOARD = "clipboard-list"


_WIDTH = 'stroke-width="2"'
#: Thinner than Lucide draws: beside 13 pt Chinese its strokes would be the loudest thing.
_THINNER = 'stroke-width="1.75"'


class Icons:
    """Draws icons in a colour, once for each size and screen."""

    def __init__(self) -> None:
        self._sources: dict[Icon, str] = {}
        self._pixmaps: dict[tuple[Icon, int, int, float], QPixmap] = {}
        self._icons: dict[tuple[Icon, int, int], QIcon] = {}

    def pixmap(self, icon: Icon, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
        """Return the icon, ``size`` logical pixels square, drawn for a screen of this ratio."""
        key = (icon, colour.rgba(), size, ratio)
        kept = self._pixmaps.get(key)
        if kept is None:
            kept = self._pixmaps[key] = self._draw(icon, colour, size, ratio)
        return kept

    def icon(self, icon: Icon, colour: QColor, size: int) -> QIcon:
        """Return a Qt icon for menus and native widgets, sharp up to 300 %."""
        key = (icon, colour.rgba(), size)
        kept = self._icons.get(key)
        if kept is None:
            kept = QIcon()
            for ratio in (1.0, 2.0, 3.0):
                kept.addPixmap(self.pixmap(icon, colour, size, ratio))
            self._icons[key] = kept
        return kept

    def _draw(self, icon: Icon, colour: QColor, size: int, ratio: float) -> QPixmap:
        # Not at the top: the first picture may need no icon yet, and tests of tokens never do.
        from PySide6.QtSvg import QSvgRenderer

        source = self._sources.get(icon)
        if source is None:
            path = resource("icons", f"{icon.value}.svg")
            source = self._sources[icon] = path.read_text("utf-8").replace(_WIDTH, _THINNER)
        tinted = source.replace("currentColor", colour.name())
        pixels = round(size * ratio)
        pixmap = QPixmap(QSize(pixels, pixels))
        pixmap.fill(Qt.GlobalColor.transparent)
        renderer = QSvgRenderer(QByteArray(tinted.encode()))
        painter = QPainter(pixmap)
        painter.setOpacity(colour.alphaF())
        renderer.render(painter, QRectF(0, 0, pixels, pixels))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
