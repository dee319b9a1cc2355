"""``desk tour``: plays one call through the real window, and leaves pictures and papers of it."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desk.refusals import Refusal
from desk.words.catalogue import LANGUAGES, Words, mark

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add_parser(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "tour", help=mark("play one call through the window and leave pictures of it")
    )
    parser.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="DIR",
        help=mark("where pictures, slip and report go"),
    )
    parser.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        help=mark("play in a copy of this data folder instead of with the sample"),
    )
    parser.add_argument("--again", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--language", choices=LANGUAGES, help=argparse.SUPPRESS)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, words: Words) -> int:
    """Play, print a line a picture, and say where they are.

    Raises:
        Refusal: ``tour.stuck``, ``tour.out``, or what a folder cannot do.
    """
    draw_into_memory_without_display()
    from desk.tour.play import play, play_again
    from desk.tour.stage import own_folder

    out: Path = args.out.expanduser().absolute()
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        raise Refusal("tour.out", folder=str(out)) from trouble
    if args.again is not None:
        play_again(args.again, out, _tell)
        return 0
    with own_folder() as folder:
        play(folder, out, _tell, args.data)
    print(words.say("The pictures are in {folder}.", folder=out))
    return 0


def draw_into_memory_without_display() -> None:
    """Let Qt draw into memory where there is no display; before Qt is imported."""
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if sys.platform.startswith("linux") and not shown:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def _tell(name: str) -> None:
    print(name, flush=True)
