"""The window: the rail, the page in front, the banner, and who is at the desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desk.ui.actions import Action, Actions
from desk.ui.icons import Icon
from desk.ui.kit.avatar import Avatar
from desk.ui.kit.banner import Banner
from desk.ui.kit.overlay import Overlay
from desk.ui.kit.rail_button import RailButton
from desk.ui.kit.toast import Toast
from desk.ui.look import Look
from desk.ui.page import Page
from desk.ui.session import Session
from desk.ui.theme import Scheme
from desk.words.catalogue import LANGUAGES, Words, mark

if TYPE_CHECKING:
    from desk.ui.palette import CommandPalette


@dataclass(frozen=True)
class Place:
    """One place on the rail: its name (a marked message), its icon and who builds its page."""

    id: str
    name: str
    icon: Icon
    build: Callable[[Session], Page]
    #: Opens it, where it is not on the rail.
    key: str = ""


class _Rail(QWidget):
    """The narrow ground at the left."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.column = QVBoxLayout(self)
        look.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._look.sizes
        self.setFixedWidth(s.rail)
        self.column.setContentsMargins(0, s.small, 0, s.room)
        self.column.setSpacing(s.unit)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the hairline that parts it from the page."""
        painter = QPainter(self)
        c, s = self._look.colours, self._look.sizes
        painter.fillRect(self.rect(), c.ground)
        painter.fillRect(self.width() - s.hair, 0, s.hair, self.height(), c.line)


class Window(QMainWindow):
    """Built anew in place when the language changes; pages hand their state over."""

    #: The window is about to close; whoever keeps things writes them down now.
    closing = Signal()
    #: The window speaks another language now.
    spoken = Signal()
    #: Somebody wants to sign in (the circle in the corner, or its key).
    sign_in_wanted = Signal()
    #: Somebody let a file (its ``Path``) fall on the window.
    file_dropped = Signal(object)

    def __init__(
        self,
        session: Session,
        places: Sequence[Place],
        *,
        above: Callable[[Actions], QWidget | None],
        over: Sequence[Place] = (),
    ) -> None:
        """Make the window.

        Args:
            session: what the pages stand on.
            places: the rail from the top; the first one is in front.
            above: builds what stands across the top (the critical bar), or nothing.
            over: places that are not on the rail: they open over the one that is in front.
        """
        super().__init__()
        self.session = session
        self._places = tuple(places)
        self._over = tuple(over)
        self._above = above
        self._behind = self._places[0].id
        self.setAcceptDrops(True)
        self.pages: dict[str, Page] = {}
        sizes = session.look.sizes
        self.setMinimumSize(sizes.window_wide_least, sizes.window_high_least)
        self.resize(sizes.window_wide, sizes.window_high)
        session.told.connect(self._tell)
        session.recovered.connect(self._untell)
        session.failed.connect(self._offer_report)
        session.staff_changed.connect(self._show_staff)
        session.centre_changed.connect(self._show_title)
        self._build(self._places[0].id, {})

    # --- building -----------------------------------------------------------------------------
    def speak(self, language: str) -> None:
        """Switch the language while running: every page is built anew and takes up its state."""
        if language == self.session.words.language or language not in LANGUAGES:
            return
        states = {name: page.state() for name, page in self.pages.items()}
        self.session.words = Words(language)
        self.session.keep(language=language)
        self.spoken.emit()
        self._build(self._here, states)

    def show_scheme(self, scheme: Scheme | None) -> None:
        """Switch between light, dark and the system's own."""
        self.session.look.choose(scheme)
        self.session.keep(scheme=scheme or "system")

    def _build(self, here: str, states: dict[str, dict[str, Any]]) -> None:
        words, look = self.session.words, self.session.look
        self.pages = {}
        self._states = states
        root = QWidget(self)
        self.registry = Actions(root, words)
        self.banner = Banner(look, words, root)
        self.banner.hide()
        self.toast = Toast(look, root)
        self._stack = QStackedWidget()
        self._rail = _Rail(look)
        self._buttons: dict[str, RailButton] = {}
        for number, place in enumerate(self._places, start=1):
            self._add_place(place, f"Ctrl+{number}")
        self._rail.column.addStretch(1)
        self.avatar = Avatar(look)
        self.avatar.clicked.connect(self.sign_in_wanted)
        self._rail.column.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if (top := self._above(self.registry)) is not None:
            column.addWidget(top)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(root)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(column, 1)
        self.palette_sheet: CommandPalette | None = None
        self._offer()
        old = self.takeCentralWidget()
        self.setCentralWidget(root)
        if old is not None:
            old.deleteLater()
        if self.isVisible():
            # Now and not with the next event: a page that is not shown yet gets no focus.
            root.show()
        self._show_staff()
        self._show_title()
        self.go(here)

    def _add_place(self, place: Place, key: str) -> None:
        name = self.session.words.say(place.name)
        rail_button = RailButton(self.session.look, place.icon, name, key=key)
        rail_button.setAccessibleName(name)
        rail_button.clicked.connect(partial(self._go_clicked, place.id))
        self._rail.column.addWidget(rail_button)
        self._buttons[place.id] = rail_button

    def _offer(self) -> None:
        add = self.registry.add
        add(Action("palette", mark("All actions"), "Ctrl+K", Icon.KEYBOARD, self._open_palette))
        for number, place in enumerate(self._places, start=1):
            go = partial(self.go, place.id)
            add(Action(f"go.{place.id}", place.name, f"Ctrl+{number}", place.icon, go))
        add(
            Action(
                "staff",
                mark("Change who is at the desk"),
                "F12",
                Icon.USER,
                self.sign_in_wanted.emit,
            )
        )
        for place in self._over:
            go = partial(self.go, place.id)
            add(Action(f"{place.id}.open", place.name, place.key, place.icon, go))
        add(
            Action("language", mark("Chinese / English"), "Ctrl+Shift+L", Icon.LANGUAGE, self._turn)
        )
        add(Action("scheme", mark("Light or dark"), "Ctrl+Shift+D", Icon.MOON, self._turn_scheme))

    def _open_palette(self) -> None:
        if self.palette_sheet is None:
            # Neither is needed for the first picture.
            from desk.language.pinyin import initials
            from desk.ui.palette import CommandPalette

            look, words = self.session.look, self.session.words
            self.palette_sheet = CommandPalette(look, words, self.registry, initials, self)
        self.palette_sheet.open()

    def _turn(self) -> None:
        at = LANGUAGES.index(self.session.words.language)
        self.speak(LANGUAGES[(at + 1) % len(LANGUAGES)])

    def _turn_scheme(self) -> None:
        self.show_scheme("light" if self.session.look.theme.scheme == "dark" else "dark")

    # --- places -------------------------------------------------------------------------------
    def go(self, name: str) -> Page:
        """Bring a place to the front, building its page when it is first asked for."""
        self._here = name
        page = self.pages.get(name)
        if page is None:
            places = (*self._places, *self._over)
            place = next(place for place in places if place.id == name)
            page = self.pages[name] = place.build(self.session)
            self._stack.addWidget(page)
            page.offer(self.registry)
            if (state := self._states.pop(name, None)) is not None:
                page.restore(state)
        if name in self._buttons:
            self._behind = name
        self._buttons[self._behind].setChecked(True)
        self._stack.setCurrentWidget(page)
        page.opened()
        return page

    def back(self, name: str = "") -> Page:
        """Leave a place that is not on the rail, for one that is or for where one came from."""
        return self.go(name or self._behind)

    def _go_clicked(self, name: str, _checked: bool) -> None:
        self.go(name)

    # --- telling ------------------------------------------------------------------------------
    def _tell(self, sentence: str, fault: bool) -> None:
        if fault:
            self.banner.tell(sentence, "error")
        else:
            self.toast.tell(sentence)

    def _untell(self, sentence: str) -> None:
        if self.banner.sentence == sentence:
            self.banner.dismiss()

    def _offer_report(self, _error: object) -> None:
        self.banner.tell(
            self.session.words.say(
                "Something went wrong in the program; what you typed is still there. "
                "A report is in the log of the data folder: please send it to us."
            ),
            "error",
        )

    def _show_staff(self) -> None:
        staff = self.session.staff
        self.avatar.set_name(staff.name if staff is not None else "?")

    def _show_title(self) -> None:
        name = self.session.centre.name
        title = self.session.words.say("Front desk")
        self.setWindowTitle(f"{name} · {title}" if name else title)

    # --- files that are let fall on it ----------------------------------------------------------
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, unless something must be answered first."""
        if _files(event.mimeData()) and not self._asking():
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take one file; whoever lets it fall has his program back before it is looked at."""
        files = _files(event.mimeData())
        if not files or self._asking():
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if len(files) == 1:
            self.activateWindow()
            QTimer.singleShot(0, self, partial(self.file_dropped.emit, files[0]))
        else:
            words = self.session.words
            self._tell(words.say("One file at a time, please; nothing was read."), True)

    def _asking(self) -> bool:
        return any(one.isVisible() for one in self.findChildren(Overlay))

    # --- Qt -----------------------------------------------------------------------------------
    def closeEvent(self, event: QCloseEvent) -> None:
        """Let everybody write down what must not be lost, then go."""
        self.closing.emit()
        super().closeEvent(event)


def _files(dropped: QMimeData) -> list[Path]:
    """Return the files of this computer that are being dropped."""
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
