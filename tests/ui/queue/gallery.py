"""Saves pictures of the queue: ``python -m tests.ui.queue.gallery OUT``."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desk.centre.policy import company_standard
from desk.tickets.queue import Chip
from desk.ui import fonts
from desk.ui.icons import Icon
from desk.ui.kit.icon_button import IconButton
from desk.ui.look import Look
from desk.ui.queue.chips import FilterChips
from desk.ui.queue.list import QueueList
from desk.ui.queue.said import Speaker
from desk.ui.queue.table import QueueTable
from desk.words.catalogue import Words
from tests.ui.queue.tickets import NOW, busy_morning

COUNTS = {
    Chip.OVERDUE: 5,
    Chip.SOON: 3,
    Chip.RECEIVED: 2,
    Chip.IN_PROGRESS: 20,
    Chip.HOLD: 6,
    Chip.TO_VISIT: 5,
    Chip.DONE: 6,
}


def column(look: Look, language: str) -> tuple[QWidget, QueueList]:
    words = Words(language)
    zone = ZoneInfo("Asia/Shanghai")
    table = QueueTable(Speaker(words, zone, company_standard().soon), NOW)
    page = QWidget()
    page.setAutoFillBackground(True)
    palette = page.palette()
    palette.setColor(page.backgroundRole(), look.colours.paper)
    page.setPalette(palette)
    table.setParent(page)
    rows = QueueList(look, words, table, page)
    chips = FilterChips(look, words, page)
    chips.show_counts(COUNTS)
    head = QHBoxLayout()
    head.addWidget(chips, 1)
    button = IconButton(look, Icon.EXPORT, "x", parent=page)
    head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    head.setContentsMargins(look.theme.margins(3, 4))
    lay = QVBoxLayout(page)
    lay.setContentsMargins(0, 0, 0, 0)
    lay.setSpacing(0)
    lay.addLayout(head)
    lay.addWidget(rows, 1)
    rows.become(busy_morning(), NOW)
    return page, rows


def main(out: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    family = fonts.load().family
    out.mkdir(parents=True, exist_ok=True)
    for scheme, scale, language, width, height in (
        ("light", 1.0, "zh_CN", 680, 800),
        ("light", 1.0, "zh_CN", 1200, 800),
        ("light", 1.0, "zh_CN", 400, 700),
        ("dark", 1.0, "zh_CN", 780, 800),
        ("light", 1.0, "en", 640, 800),
        ("dark", 1.0, "en", 1200, 800),
        ("light", 2.0, "zh_CN", 1280, 1400),
        ("dark", 2.0, "en", 1280, 1400),
    ):
        look = Look(app, chosen=scheme, scale=scale, family=family, motion=0)
        page, rows = column(look, language)
        page.resize(width, height)
        page.show()
        app.processEvents()
        rows.choose(37)
        app.processEvents()
        page.grab().save(str(out / f"queue-{language}-{scheme}-{int(scale * 100)}-{width}.png"))
        if width == 780:
            rows.verticalScrollBar().setValue(rows.verticalScrollBar().maximum())
            app.processEvents()
            page.grab().save(str(out / "queue-end.png"))
        page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
