"""The articles that speak of a concept, each a way to it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desk.ui.icons import Icon
from desk.ui.kit.anew import emptied
from desk.ui.kit.button import Button
from desk.ui.kit.painting import draw_icon, draw_ring, draw_text, ring_wanted, text_width
from desk.ui.kit.pressable import Pressable
from desk.ui.kit.section import Section
from desk.ui.look import Look
from desk.ui.meanings import said
from desk.ui.theme import Text
from desk.words.catalogue import Words

#: Articles shown before somebody asks for all.
_FEW = 6


class _Way(Pressable):
    """The question of an article; Enter or a click goes there."""

    def __init__(self, look: Look, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Take the icon and the question."""
        s = self._look.sizes
        width = s.icon_small + s.small + text_width(self._look.font(), self.text()) + 2 * s.unit
        return QSize(width, self._look.theme.line(Text.BODY) + s.unit)

    def minimumSizeHint(self) -> QSize:
        """A long question gives way; it is in the tooltip then."""
        return QSize(self._look.sizes.least_field, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Explain a question that is cut."""
        super().resizeEvent(event)
        self.setToolTip(self.text() if self.width() < self.sizeHint().width() else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw icon and question."""
        look, c, s = self._look, self._look.colours, self._look.sizes
        painter = QPainter(self)
        ink = c.accent_hover if self.underMouse() else c.accent
        box = QRect(s.unit, 0, s.icon_small, self.height())
        draw_icon(painter, look, box, Icon.ARTICLE, c.quiet, s.icon_small)
        left = box.right() + 1 + s.small
        rest = QRect(left, 0, self.width() - left - s.unit, self.height())
        draw_text(painter, rest, self.text(), look.font(), ink)
        if ring_wanted(self):
            draw_ring(painter, look, self.rect(), s.radius_small)


class Touched(QWidget):
    """Says in how many articles the words stand, and leads to each."""

    #: The id of an article somebody wants to read.
    article_wanted = Signal(int)

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._articles: tuple[tuple[int, str], ...] = ()
        self._whole = False
        self.title = Section(look, words.say("Where it is spoken of"))
        self._inner = QWidget(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.title)
        look.changed.connect(self._build)

    @property
    def articles(self) -> tuple[tuple[int, str], ...]:
        """The articles on screen or behind "all": ids and questions."""
        return self._articles

    def show_articles(self, articles: Sequence[tuple[int, str]] | None) -> None:
        """Show the articles; None while the library is not read yet."""
        self.setVisible(articles is not None)
        found = tuple(articles or ())
        self.title.set_note(said.touched(self._words, len(found)))
        if found != self._articles:
            self._articles = found
            self._whole = False
            self._build()

    def ways(self) -> list[QWidget]:
        """Return what leads to the articles, in order."""
        return list(self._inner.findChildren(_Way))

    def _build(self) -> None:
        look, s = self._look, self._look.sizes
        self._column.setSpacing(s.unit)
        self._inner = emptied(self._column, self._inner, self)
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(s.hair)
        few = self._articles if self._whole else self._articles[:_FEW]
        for article, question in few:
            way = _Way(look, question, self._inner)
            way.clicked.connect(partial(self._go, article))
            column.addWidget(way)
        rest = len(self._articles) - len(few)
        if rest:
            text = self._words.say_n("{n} more article", "{n} more articles", rest)
            more = Button(look, text, "bare", icon=Icon.MORE, small=True, parent=self._inner)
            more.clicked.connect(self._show_all)
            column.addWidget(more, 0)
        self._column.addWidget(self._inner)
        self._inner.show()

    def _go(self, article: int, _checked: bool = False) -> None:
        self.article_wanted.emit(article)

    def _show_all(self) -> None:
        self._whole = True
        self._build()
        ways = self.ways()
        if len(ways) > _FEW:
            ways[_FEW].setFocus()
