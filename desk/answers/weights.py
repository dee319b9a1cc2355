"""What each measure of the second look weighs; few numbers, chosen by cross-validation."""

from __future__ import annotations

from typing import Final

WEIGHTS: Final = {
    "lexical": 1.7,
    "relative": 2.7,
    "covers": 1.8,
    "covers_all": 1.0,
    "covered": 2.0,
    "run": 0.6,
    "concepts": 1.5,
    "concepts_back": 0.5,
    "concepts_answer": 0.3,
    "answer": 1.5,
    "initials": 0.6,
    "whole": 0.5,
}
