"""PINs: four to eight digits, kept only as an argon2id hash."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desk.refusals import Refusal

if TYPE_CHECKING:
    from argon2 import PasswordHasher

_PIN = re.compile(r"[0-9]{4,8}")


def pin_hash(pin: str) -> str:
    """Return the argon2id hash of a PIN.

    Raises:
        Refusal: ``staff.pin_invalid`` unless it is four to eight digits.
    """
    if not _PIN.fullmatch(pin):
        raise Refusal("staff.pin_invalid")
    return _hasher().hash(pin)


def pin_matches(hashed: str, pin: str) -> bool:
    """Tell whether a PIN is the one that was hashed; a damaged hash matches nothing."""
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return _hasher().verify(hashed, pin)
    except (InvalidHashError, VerificationError):
        return False


def _hasher() -> PasswordHasher:
    # Imported here: nobody signs in before the window is there. 19 MiB and two passes take some
    # 40 ms, so that whoever changes places with a telephone in one hand does not wait.
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
