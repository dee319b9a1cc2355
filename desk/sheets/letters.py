"""The letters that spreadsheets name columns by; columns are counted from 0: A is 0, AA is 26."""

from __future__ import annotations


def letters_of(column: int) -> str:
    """Return the letters of a column."""
    name, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def column_of(letters: str) -> int:
    """Return the column that letters name."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
