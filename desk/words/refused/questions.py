"""Why a row of a list of questions is no article: short, for the list of rows left out."""

from __future__ import annotations

from desk.words.catalogue import mark

SENTENCES: dict[str, str] = {
    "questions.blank": mark("Nothing stands in this sheet."),
    "questions.failed": mark("The question or the answer is an error of the spreadsheet."),
    "questions.file_large": mark(
        "{file} is larger than any list of questions. Nothing was imported; choose another file."
    ),
    "questions.file_missing": mark(
        "{file} could not be read. Nothing was imported; check that it is there and try again."
    ),
    "questions.hidden": mark("The sheet is hidden."),
    "questions.line_broken": mark("The line is not valid JSON."),
    "questions.line_encoding": mark("The line is not text in UTF-8."),
    "questions.line_long": mark("The line is longer than any article."),
    "questions.line_nested": mark("The line is nested deeper than any article."),
    "questions.line_shape": mark("The line is not an article: question and answer must be texts."),
    "questions.no_answer": mark("There is no answer to this question."),
    "questions.no_lines": mark(
        "There is no article in {file}. Nothing was imported; every line must be a JSON object "
        "with a question and an answer."
    ),
    "questions.no_question": mark("There is no question to this answer."),
    "questions.no_table": mark("No column of questions beside a column of answers was found."),
    "questions.note_left_out": mark(
        "This is meant for the office only. It was left out of the answer."
    ),
    "questions.pending": mark("The answer is still to be written."),
    "questions.repeated": mark("The same question and answer stand in row {row} already."),
    "questions.retired": mark("The article is marked as no longer in use."),
    "questions.reversed": mark(
        "Valid until is before valid from. The article is taken without valid from."
    ),
    "questions.too_long": mark("The question or the answer is too long."),
    "questions.two_answers": mark(
        "The same question stands in row {row} with another answer. Decide for one of the two."
    ),
}
