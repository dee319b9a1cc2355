"""What is said when an import is refused, or when a row of one is not taken back."""

from __future__ import annotations

from desk.words.catalogue import mark

SENTENCES: dict[str, str] = {
    "import.ambiguous": mark(
        "{count} imports are called “{name}”. Nothing was taken back; name one by its number."
    ),
    "import.kept_call": mark("It stays: a call refers to it."),
    "import.kept_changed": mark("It stays: it has been worked on since."),
    "import.kept_later": mark("It stays: a later import has written it, too."),
    "import.kept_lived_in": mark("It stays: somebody who stays lives there."),
    "import.kept_ticket": mark("It stays: a ticket refers to it."),
    "import.stale": mark(
        "Somebody has worked on the same rooms or residents meanwhile. Nothing was imported; "
        "look at the comparison again, then import."
    ),
    "import.taken_back": mark("The import “{name}” was taken back before. Nothing was changed."),
    "import.unknown": mark(
        "There is no import “{name}”. Nothing was taken back; choose one from the list of imports."
    ),
}
