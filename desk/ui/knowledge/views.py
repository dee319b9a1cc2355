"""The two views of the Knowledge place, articles and meanings, and the switch between them."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desk.ui.actions import Action, Actions
from desk.ui.icons import Icon
from desk.ui.kit.key_cap import KeyCap
from desk.ui.kit.segments import Segments
from desk.ui.session import Session
from desk.words.catalogue import mark

VIEW_KEY = "F6"


class View(StrEnum):
    """What the Knowledge place shows."""

    ARTICLES = "articles"
    MEANINGS = "meanings"


class Switch(QWidget):
    """Says which view is in front, and the key that brings the other one."""

    wanted = Signal(object)

    def __init__(self, session: Session, view: View) -> None:
        super().__init__()
        self._look = session.look
        words = session.words
        choices = (
            (words.say_in("view", "Articles"), View.ARTICLES),
            (words.say_in("view", "Meanings"), View.MEANINGS),
        )
        self._view = view
        self.segments = Segments(
            session.look, choices, view, name=words.say("Articles or meanings")
        )
        self.segments.chosen.connect(self._chosen)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.segments)
        self._row.addWidget(KeyCap(session.look, VIEW_KEY, self))
        self._row.addStretch(1)
        session.look.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        self._row.setSpacing(self._look.sizes.small)

    def _chosen(self, view: object) -> None:
        # It stands in one view and always says this one; the other one has its own.
        self.segments.set_value(self._view)
        if view != self._view:
            self.wanted.emit(view)


class Views(QStackedWidget):
    """Both views, one in front; each has a switch of its own in its head."""

    #: Another view is in front now.
    turned = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._order = list(View)

    @property
    def view(self) -> View:
        """What is in front."""
        return self._order[max(self.currentIndex(), 0)]

    def switch(self, view: View) -> Switch:
        """Make the switch for the head of a view."""
        switch = Switch(self._session, view)
        switch.wanted.connect(self.show_view)
        return switch

    def hold(self, articles: QWidget, meanings: QWidget) -> None:
        """Take the views."""
        self.addWidget(articles)
        self.addWidget(meanings)

    def offer(self, actions: Actions, home: QWidget) -> None:
        """Bind the key."""
        name = mark("Articles or meanings")
        turn = Action("knowledge.view", name, VIEW_KEY, Icon.TRANSFER, self._turn)
        actions.add(turn, home)

    def show_view(self, view: View) -> None:
        """Bring a view to the front."""
        if view is not self.view:
            self.setCurrentIndex(self._order.index(view))
            self.turned.emit()

    def _turn(self) -> None:
        other = View.MEANINGS if self.view is View.ARTICLES else View.ARTICLES
        self.show_view(other)
