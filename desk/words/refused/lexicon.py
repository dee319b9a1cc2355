"""Why a word was not taken among those that mean the same."""

from __future__ import annotations

from desk.words.catalogue import mark

SENTENCES: dict[str, str] = {
    "concept.exists": mark(
        "There is a group of words called {concept} already. Nothing was changed; add the words "
        "there."
    ),
    "concept.gone": mark(
        "This group of words was removed by somebody else. Nothing was changed; look at the list "
        "again."
    ),
    "concept.name_long": mark(
        "The name is longer than {longest} characters. Nothing was changed; shorten it."
    ),
    "concept.name_missing": mark("The words need a name. Nothing was changed; enter one."),
    "concept.stale": mark(
        "Somebody else changed these words meanwhile. Nothing was changed; look at them again."
    ),
    "concept.word_long": mark(
        "The word is longer than {longest} characters. It was not added; enter only what means "
        "the same."
    ),
    "concept.word_missing": mark("There is no word in this. Nothing was added; enter one."),
    "concept.word_short": mark(
        "The word {word} is too short: it would be found in nearly every question. It was not "
        "added; enter two characters or more."
    ),
    "concept.word_there": mark(
        "The word {word} is already one of the words for {concept}. Nothing was changed."
    ),
    "concept.words_missing": mark("Nothing is said for it yet. Enter at least one word."),
}
