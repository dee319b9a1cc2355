"""What stands on the Residents page, as somebody reads it."""

from __future__ import annotations

from desk.ui.kit.label import Label
from desk.ui.residents.page import ResidentsPage
from tests.ui.residents.conftest import Town


def lines(page: ResidentsPage) -> list[str]:
    """What stands in the tree as far as it is open, with its depth."""
    tree, table = page.browser.tree, page.browser.table
    found = []
    index = table.index(0, 0)
    while index.isValid():
        depth, above = 0, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        node = table.node(index)
        found.append("  " * depth + table.title(node))
        index = tree.indexBelow(index)
    return found


def texts(page: ResidentsPage) -> str:
    return " ".join(label.text() for label in page.view.findChildren(Label) if label.isVisible())


def go(page: ResidentsPage, town: Town, label: str) -> None:
    page.browser.choose_room(town.rooms[label])
    town.place.settle()
