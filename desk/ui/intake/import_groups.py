"""Rows of an import below each other in a sheet: what they are, how many, the first ones."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.codes import Topic
from desk.intake import record
from desk.refusals import Refusal
from desk.ui.fields.listed import listed
from desk.ui.intake.import_rows import Group
from desk.ui.kit.label import Label
from desk.ui.kit.section import Section
from desk.ui.look import Look
from desk.ui.theme import Text, Tone
from desk.words import terms
from desk.words.catalogue import Words, mark
from desk.words.sentences import sentence

_DID = {
    (Topic.ROOMS, record.ADDED): mark("Rooms that were added"),
    (Topic.ROOMS, record.CHANGED): mark("Rooms that were changed"),
    (Topic.ROOMS, record.RETIRED): mark("Rooms that were taken off"),
    (Topic.RESIDENTS, record.ADDED): mark("People who were added"),
    (Topic.RESIDENTS, record.CHANGED): mark("People who were changed"),
    (Topic.RESIDENTS, record.RETIRED): mark("People who were taken off"),
    (Topic.TICKETS, record.ADDED): mark("Tickets that came in"),
    (Topic.ARTICLES, record.ADDED): mark("Articles that were added"),
    (Topic.ARTICLES, record.CHANGED): mark("Articles that were changed"),
    (Topic.ARTICLES, record.RETIRED): mark("Articles that were retired"),
}


class ImportGroups(QWidget):
    """Shows groups; a group of what stayed says why."""

    def __init__(self, look: Look, words: Words, groups: Sequence[Group]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.sizes.small)
        for group in groups:
            column.addWidget(_group(look, words, group))

    def texts(self) -> list[str]:
        """Return everything that is said, for a test."""
        return [label.text() for label in self.findChildren(Label)]


def title(words: Words, group: Group) -> str:
    """Say what a group is: 新增的房屋."""
    did = _DID.get((group.topic, group.what))
    return words.say(did) if did is not None else terms.topic(words, group.topic)


def _group(look: Look, words: Words, group: Group) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.sizes.ring)
    column.addWidget(Section(look, title(words, group), note=str(group.count)))
    if (group.topic, group.what) not in _DID:
        column.addWidget(Label(look, sentence(words, Refusal(group.what)), wrap=True))
    names = listed(words, group.names)
    if names and group.count > len(group.names):
        names = words.say("{names} and more", names=names)
    if names:
        column.addWidget(Label(look, names, Text.SMALL, tone=Tone.QUIET, wrap=True))
    return box
