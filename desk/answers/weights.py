"""What each measure of the second look weighs; few numbers, chosen by cross-validation."""

from __future__ import annotations

from typing import Final

WEIGHTS: Final = {
    "lexical": 1.0,
    "relative": 2.9,
    "covers": 1.5,
    "covers_all": 3.4,
    "covered": 1.4,
    "run": 0.1,
    "concepts": 0.8,
    "concepts_back": 0.9,
    "concepts_answer": 1.5,
    "answer": 2.6,
    "initials": 2.6,
    "whole": 0.3,
}
