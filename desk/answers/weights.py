"""What each measure of the second look weighs; few numbers, chosen by cross-validation.

Fitted on several libraries with labelled questions, each left out in turn (``make ranking``). A
story with its question somewhere inside is another kind of question than a short one, and so is a
text in Latin letters: each has its own.
"""

from __future__ import annotations

from typing import Final

WEIGHTS: Final = {
    "lexical": 0.0,
    "relative": 0.0,
    "covers": 2.4,
    "covers_all": 4.7,
    "covered": 1.0,
    "concepts": 0.0,
    "concepts_back": 0.1,
    "concepts_answer": 0.6,
    "answer": 2.5,
    "initials": 0.0,
    "whole": 0.0,
    "meaning": 12.2,
    "named": 2.4,
    "salient": 0.0,
}
STORY_WEIGHTS: Final = {
    "lexical": 0.0,
    "relative": 1.0,
    "covers": 1.6,
    "covers_all": 3.5,
    "covered": 0.5,
    "concepts": 0.0,
    "concepts_back": 0.0,
    "concepts_answer": 0.2,
    "answer": 4.2,
    "initials": 0.0,
    "whole": 0.0,
    "meaning": 9.1,
    "named": 1.9,
    "salient": 1.5,
}
LATIN_WEIGHTS: Final = {
    "lexical": 1.3,
    "relative": 4.6,
    "covers": 0.9,
    "covers_all": 3.7,
    "covered": 3.9,
    "concepts": 0.0,
    "concepts_back": 0.0,
    "concepts_answer": 0.5,
    "answer": 0.0,
    "initials": 7.9,
    "whole": 0.2,
    "meaning": 0.0,
    "named": 1.2,
    "salient": 0.0,
}
