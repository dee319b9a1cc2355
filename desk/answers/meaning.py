"""What an article means, as it is stored with it: a vector, and of which table it is.

The question says more than the answer. A vector of another table is made anew when it is read.
"""

from __future__ import annotations

import struct
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from desk.language.vectors import Vectors

_HEAD = struct.Struct("<H")
#: How much the answer says beside the question.
_ANSWER = 0.5


@cache
def table() -> Vectors:
    """Return the word vectors that ship; read once, when the first text asks for them."""
    from desk.language.vectors import Vectors

    return Vectors.load()


def stored_vector(question: str, answer: str) -> bytes:
    """Return what is stored with an article; nothing but a version where no word is known."""
    import numpy as np

    head = _HEAD.pack(table().version)
    asked, told = table().embed(question), table().embed(answer)
    if asked is None and told is None:
        return head
    zero = np.zeros(table().size, dtype=np.float32)
    both = (zero if asked is None else asked) + _ANSWER * (zero if told is None else told)
    both /= float(np.linalg.norm(both)) or 1.0
    return head + both.astype("<f2").tobytes()


def is_current(row: bytes | None) -> bool:
    """Tell whether a stored vector is of the table that ships."""
    return row is not None and row[: _HEAD.size] == _HEAD.pack(table().version)


def numbers(rows: list[bytes | None], size: int) -> NDArray[np.float32]:
    """Return stored vectors as rows; noughts where there is none."""
    import numpy as np

    length = _HEAD.size + 2 * size
    empty = bytes(2 * size)
    body = b"".join(
        row[_HEAD.size :] if row is not None and len(row) == length else empty for row in rows
    )
    return np.frombuffer(body, dtype="<f2").reshape(len(rows), size).astype(np.float32)
