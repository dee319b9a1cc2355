"""What the program refuses, as a code and named fields; the fronts put it into words.

A ``Refusal`` is the world's fault (bad input, a full disk, somebody else was faster): it becomes
one sentence that says what happened, what was kept and what to do (``desk.words.sentences``).
Anything else that is raised is our fault and is logged with a report.
"""

from __future__ import annotations


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not an error of the program
    """A request that cannot be done, said in a code.

    Attributes:
        code: a stable dotted name, e.g. ``"ticket.stale"``; ``desk.words.sentences`` has a
            sentence for every one.
        fields: what the sentence names. Never personal data: a refusal may reach a log.
    """

    def __init__(self, code: str, **fields: object) -> None:
        super().__init__(code)
        self.code = code
        self.fields = fields

    def __str__(self) -> str:
        return self.code
