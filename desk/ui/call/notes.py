"""Which icon stands beside a note about a household: what it is about, seen at a glance."""

from __future__ import annotations

import re

from desk.ui.icons import Icon

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
