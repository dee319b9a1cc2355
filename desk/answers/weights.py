"""What each measure of the second look weighs; few numbers, chosen by cross-validation.

Fitted on several libraries with labelled questions, each left out in turn; a text in Latin letters
is another kind of question, so it has its own.
"""

from __future__ import annotations

from typing import Final

WEIGHTS: Final = {
    "lexical": 0.0,
    "relative": 0.5,
    "covers": 2.2,
    "covers_all": 3.4,
    "covered": 1.3,
    "concepts": 0.1,
    "concepts_back": 0.3,
    "concepts_answer": 0.3,
    "answer": 1.8,
    "initials": 0.0,
    "whole": 0.0,
    "meaning": 10.7,
    "named": 2.6,
}
LATIN_WEIGHTS: Final = {
    "lexical": 1.3,
    "relative": 3.8,
    "covers": 1.1,
    "covers_all": 2.5,
    "covered": 3.4,
    "concepts": 0.0,
    "concepts_back": 0.0,
    "concepts_answer": 0.7,
    "answer": 0.0,
    "initials": 7.1,
    "whole": 0.1,
    "meaning": 0.0,
    "named": 1.3,
}
