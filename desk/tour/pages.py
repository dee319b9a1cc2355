"""Every page in both languages, light and dark; the drawer of a narrow window; a wide one."""

from __future__ import annotations

from desk.tour.album import Album
from desk.tour.stage import Stage
from desk.ui.theme import Scheme

#: Each place of the window and its key.
PLACES = {
    "desk": "Ctrl+1",
    "knowledge": "Ctrl+2",
    "residents": "Ctrl+3",
    "reports": "Ctrl+4",
    "settings": "Ctrl+5",
}
LANGUAGES = ("zh_CN", "en")
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
#: What follows the first section of the settings.
SECTIONS = ("hours", "deadlines", "crews", "categories", "staff", "computer")
#: How many pictures ``every_page`` takes.
COUNT = len(PLACES) * len(LANGUAGES) * len(SCHEMES)

NARROW = (1024, 700)
WIDE = (1920, 1080)


class Pages:
    """Goes through the places of the window by their keys."""

    def __init__(self, stage: Stage, album: Album, room: str) -> None:
        self._stage = stage
        self._hands = stage.hands
        self._album = album
        self._room = room

    def every_page(self, *about: str) -> None:
        """Take each page in each language and scheme, with what one does there first.

        Raises:
            Refusal: ``tour.stuck``.
        """
        for language in LANGUAGES:
            self._speak(language)
            for scheme in SCHEMES:
                self._show(scheme)
                for place in PLACES:
                    self.go(place)
                    self._look_around(place)
                    self._take(place, language[:2], scheme, *about)
                    self._leave(place)
        self._speak(LANGUAGES[0])
        self._show(SCHEMES[0])
        self.go("desk")

    def settings(self) -> None:
        """Take the sections of the settings one after the other."""
        self.go("settings")
        for section in SECTIONS:
            self._hands.doing = "Ctrl+PgDown"
            self._hands.press("Ctrl+PgDown")
            self._take("settings", section, LANGUAGES[0][:2], SCHEMES[0])

    def meanings(self) -> None:
        """Take what words mean: a group of them, found by its pinyin."""
        hands = self._hands
        self.go("knowledge")
        hands.press("F6", "Ctrl+A")
        hands.type("tingshui")
        self._take("meanings", LANGUAGES[0][:2], SCHEMES[0])
        hands.press("Ctrl+A", "Backspace", "F6")

    def drawer(self) -> None:
        """Take the smallest window: the right column comes out over the queue when it is wanted."""
        window = self._stage.desk.window
        before = window.size()
        window.resize(*NARROW)
        self._hands.doing = "F4"
        self.go("desk")
        self._take("narrow", LANGUAGES[0][:2], SCHEMES[0])
        self._hands.type(self._room)
        self._hands.settle()
        self._take("drawer", LANGUAGES[0][:2], SCHEMES[0])
        self._hands.press("Ctrl+A", "Backspace")
        window.resize(before)
        self._hands.settle()

    def wide(self) -> None:
        """Take a large screen."""
        window = self._stage.desk.window
        before = window.size()
        window.resize(*WIDE)
        self._hands.settle()
        self._take("wide", LANGUAGES[0][:2], SCHEMES[0])
        window.resize(before)
        self._hands.settle()

    def go(self, place: str) -> None:
        """Bring a place to the front by its key."""
        window = self._stage.desk.window
        self._hands.doing = PLACES[place]
        self._hands.press(PLACES[place])
        self._hands.until(lambda: place in window.pages and window.pages[place].isVisible())
        self._hands.settle()

    def _look_around(self, place: str) -> None:
        """Do what one does first on a page."""
        hands = self._hands
        if place == "desk":
            hands.press("Ctrl+A")
            hands.compose((("chu'fang", "厨房"), ("lou'shui", "漏水")))
            hands.press("Space")
            hands.type(self._room)
        elif place == "residents":
            hands.press("Ctrl+F", "Ctrl+A")
            hands.type(self._room)
            hands.press("Return")

    def _leave(self, place: str) -> None:
        """Leave a page as it was."""
        if place == "desk":
            self._hands.press("Ctrl+A", "Backspace")

    def _speak(self, language: str) -> None:
        session = self._stage.desk.session
        if session.words.language != language:
            self._hands.doing = "Ctrl+Shift+L"
            self._hands.press("Ctrl+Shift+L")
            self._hands.until(lambda: session.words.language == language)

    def _show(self, scheme: Scheme) -> None:
        look = self._stage.desk.session.look
        if look.theme.scheme != scheme:
            self._hands.doing = "Ctrl+Shift+D"
            self._hands.press("Ctrl+Shift+D")
            self._hands.until(lambda: look.theme.scheme == scheme)

    def _take(self, *about: str) -> None:
        self._hands.settle()
        self._album.take(self._stage.desk.window, *about)
