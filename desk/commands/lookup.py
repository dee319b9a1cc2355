"""``desk lookup``: what the library answers to a file of questions, one JSON object a question."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desk.clock import SystemClock
from desk.codes import Urgency
from desk.commands.served import the_community
from desk.commands.shared import data_folder, json_line, open_store, options
from desk.words.catalogue import Words, mark

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from desk.answers.asking import Reply
    from desk.answers.questions.read import ReadArticle
    from desk.answers.ranking import Index
    from desk.answers.sentence_model import SentenceModel, Wording
    from desk.language.reading import Reading
    from desk.language.rooms import Known

_ANSWERS = 10
_LINES = frozenset({".jsonl", ".ndjson", ".json"})


@dataclass(frozen=True)
class _Library:
    """What is asked: the index, what each article is called outside, and the roster if any.

    Attributes:
        wordings: what a sentence model would understand of each article.
        kept: where that is kept; None for a library that is only tried.
    """

    index: Index
    called: Callable[[int], tuple[str | int, str]]
    known: Known | None
    wordings: Callable[[], dict[int, Wording]]
    kept: Path | None = None


def add_parser(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "lookup",
        # It answers in JSON anyway; what every command takes is no mistake here.
        parents=[options(with_json=True)],
        help=mark("what the library answers to a file of questions, and what is read of each"),
    )
    parser.add_argument(
        "--queries",
        type=Path,
        required=True,
        metavar="FILE",
        help=mark("questions: JSON lines with qid and text, a workbook, or a text of lines"),
    )
    parser.add_argument(
        "--knowledge",
        type=Path,
        metavar="FILE",
        help=mark("another library than the centre's own: JSON lines or a workbook"),
    )
    parser.add_argument(
        "--roster", type=Path, metavar="FILE", help=mark("the rooms there are, to check those read")
    )
    parser.add_argument(
        "--community", metavar="NAME", help=mark("whose it is, where the centre serves several")
    )
    parser.add_argument(
        "--semantic",
        action="store_true",
        help=mark("order the answers a second time, by the sentence model (desk[semantic])"),
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, _words: Words) -> int:
    """Print a line for each question as soon as it is answered.

    Raises:
        Refusal: ``asked.*`` for the questions, ``questions.*`` and ``sheet.*`` for the library and
            the roster, ``folder.empty`` where no library is named and there is no own one,
            ``lookup.no_model``.
    """
    from desk.answers.asking import ask
    from desk.answers.questions.asked import read_asked

    questions = read_asked(args.queries)
    if args.semantic:
        _must_be_installed()
    with _library(args) as library:
        model = _understood(library) if args.semantic else None
        for asked in questions:
            reply = ask(library.index, asked.text, library.known, _ANSWERS)
            if model is not None:
                reply = _again(library.index, model, asked.text, reply)
            print(json_line({"qid": asked.qid} | _document(library, reply)))
    return 0


def _must_be_installed() -> None:
    from desk.answers.sentence_model import installed
    from desk.refusals import Refusal

    if not installed():
        raise Refusal("lookup.no_model")


def _understood(library: _Library) -> SentenceModel:
    """Return the model once it understands every article."""
    from desk.answers.sentence_model import SentenceModel

    model = SentenceModel(library.kept)
    model.follow(library.wordings())
    while model.understand():
        pass
    return model


def _again(index: Index, model: SentenceModel, text: str, reply: Reply) -> Reply:
    """Return a reply in its second order, as the window shows it when the keys rest."""
    from desk.answers.second_look import look_again, worth_it

    if not worth_it(text.strip(), reply.decision):
        return reply
    found = look_again(index, model, text.strip(), _ANSWERS)
    return reply if found is None else replace(reply, hits=tuple(found))


def _document(library: _Library, reply: Reply) -> dict[str, object]:
    answers = []
    for hit in reply.hits:
        called, question = library.called(hit.article_id)
        answers.append({"id": called, "score": hit.score, "question": question})
    return {
        "answers": answers,
        "decision": reply.decision,
        "reading": _reading(reply.reading),
    }


def _reading(reading: Reading) -> dict[str, object]:
    room = reading.room
    urgency = reading.urgency.value
    return {
        "building": room.building or None if room is not None else None,
        "unit": room.unit or None if room is not None else None,
        "room": room.number or None if room is not None else None,
        "family": reading.family.value if reading.family is not None else None,
        "urgency": Urgency.NORMAL if urgency is Urgency.PLANNED else urgency,
    }


@contextmanager
def _library(args: argparse.Namespace) -> Iterator[_Library]:
    known = _roster(args.roster) if args.roster is not None else None
    if args.knowledge is not None:
        yield _of_file(args.knowledge, known)
        return
    from desk.answers.sentence_model import Wording
    from desk.calls.memory import Memory
    from desk.centre.profile import Centre

    with open_store(args) as store:
        memory = Memory(store, the_community(args.community))
        memory.load(Centre.read().calendar.local(SystemClock().now()).date())
        yield _Library(
            memory.index,
            lambda article: (article, memory.articles[article].form.question),
            known or memory.directory.known,
            lambda: {
                article: Wording(one.form.question, one.form.answer)
                for article, one in memory.articles.items()
            },
            data_folder(args),
        )


def _of_file(path: Path, known: Known | None) -> _Library:
    from desk.answers.meaning import stored_vector, table
    from desk.answers.ranking import Index
    from desk.answers.sentence_model import Wording
    from desk.answers.tokens import stored
    from desk.language.lexicon import Lexicon, shipped

    index = Index(Lexicon(shipped()), table())
    articles: dict[int, ReadArticle] = dict(enumerate(_articles(path), start=1))
    for row, one in articles.items():
        tokens = stored(one.question, one.phrasings, one.answer)
        vector = stored_vector(one.question, one.answer)
        index.put(row, one.question, tokens, vector=vector)

    def called(article: int) -> tuple[str | int, str]:
        one = articles[article]
        return one.written_id or str(one.source.row), one.question

    def wordings() -> dict[int, Wording]:
        return {row: Wording(one.question, one.answer) for row, one in articles.items()}

    return _Library(index, called, known, wordings)


def _articles(path: Path) -> tuple[ReadArticle, ...]:
    """Return the articles of a file.

    Raises:
        Refusal: ``questions.no_lines`` or ``lookup.no_articles``, ``sheet.*``.
    """
    from desk.answers.questions.lines import read_lines
    from desk.answers.questions.reader import read
    from desk.refusals import Refusal
    from desk.sheets.reading import open_book

    if path.suffix.lower() in _LINES:
        return read_lines(path).articles
    found = read(open_book(path)).articles
    if not found:
        raise Refusal("lookup.no_articles", file=path.name)
    return found


def _roster(path: Path) -> Known:
    """Return the rooms of a roster file, to be asked as the desk's own are.

    Raises:
        Refusal: ``lookup.no_rooms``, ``sheet.*``.
    """
    from desk.community.directory import Directory, RoomRow
    from desk.community.roster.reader import read
    from desk.refusals import Refusal
    from desk.sheets.reading import open_book

    rooms = read(open_book(path)).rooms
    if not rooms:
        raise Refusal("lookup.no_rooms", file=path.name)
    directory = Directory(
        RoomRow(
            at,
            room.building,
            room.unit,
            room.number,
            room.kind,
            "-".join(filter(None, (room.building, room.unit, room.number))),
        )
        for at, room in enumerate(rooms, start=1)
    )
    return directory.known
