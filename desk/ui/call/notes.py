"""A note about a household, with the icon of what it is about: seen at a glance."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desk.ui.icons import Icon
from desk.ui.kit.label import ElidedLabel, Label
from desk.ui.look import Look
from desk.ui.theme import Text

_ABOUT = (
    (Icon.DO_NOT_RING, re.compile(r"门铃|敲门|轻敲|\b(?:ring|doorbell|knock)\b")),
    (Icon.PET, re.compile(r"狗|猫|犬|宠物|\b(?:dogs?|cats?|pets?)\b")),
    (
        Icon.CARE,
        re.compile(
            r"独居|老人|空巢|孤寡|残疾|轮椅|孕|婴|病|失智|听力|视力"
            r"|\b(?:alone|elderly|disabled|wheelchair|pregnant|baby|ill)\b"
        ),
    ),
    (Icon.LOCK, re.compile(r"密码|钥匙|\b(?:keys?|code)\b")),
)


def note_icon(text: str) -> Icon:
    """Return the icon of the first thing a note is about; an ordinary one where it is none."""
    plain = text.casefold()
    return next((icon for icon, words in _ABOUT if words.search(plain)), Icon.INFO)


class NoteLine(QWidget):
    """What to mind, with the icon of what it is about; wrapped, or cut to one line."""

    def __init__(self, look: Look, text: str, *, cut: bool = False) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.sizes.unit)
        picture = QLabel(self)
        picture.setPixmap(
            look.pixmap(
                note_icon(text),
                look.colours.ink,
                look.sizes.icon_small,
                self.devicePixelRatioF(),
            )
        )
        row.addWidget(picture)
        said = (
            ElidedLabel(look, text, Text.SMALL) if cut else Label(look, text, Text.SMALL, wrap=True)
        )
        row.addWidget(said, 1)
