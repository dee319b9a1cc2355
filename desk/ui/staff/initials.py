"""The initials somebody would choose to sign in with."""

from __future__ import annotations

from desk.centre.staff import as_initial
from desk.language.pinyin import initials, name_keys

_LONGEST = 2


def suggested_initial(name: str) -> str:
    """Return the initials somebody of this name would choose: 李敏 and Li Min -> ``LM``."""
    letters = initials(name) if name.isascii() else name_keys(name).initials
    return as_initial(letters[:_LONGEST])
