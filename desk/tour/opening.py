"""The first scene: nobody has begun here; the sample is made and somebody sits down."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton

from desk.tour.album import Album
from desk.tour.cast import Cast
from desk.tour.stage import Stage
from desk.ui.first_start.first_start import FirstStart


def begin_with_sample(stage: Stage, album: Album) -> None:
    """Show the first start, walk through its steps, then take the other door: the sample.

    Raises:
        Refusal: ``tour.stuck``.
    """
    hands, first = stage.hands, stage.window.findChild(FirstStart)
    assert isinstance(first, FirstStart)
    hands.doing = "first start"
    album.take(stage.window, "first-start", "zh", "light")
    hands.tab_to(lambda place: isinstance(place, QAbstractButton) and "样例" in place.text())
    hands.press("Space")
    hands.until(lambda: stage.opening.desk is not None)
    hands.settle()


def sit_down(stage: Stage, cast: Cast, album: Album | None = None) -> None:
    """Sign in by an initial and a PIN.

    Raises:
        Refusal: ``tour.stuck``.
    """
    hands, desk = stage.hands, stage.desk
    hands.doing = "F12"
    hands.until(lambda: not desk.window.isHidden())
    hands.settle()
    hands.type(cast.initial)
    hands.type(cast.pin[:2])
    if album is not None:
        album.take(desk.window, "sign-in", "zh", "light")
    hands.type(cast.pin[2:])
    hands.press("Return")
    hands.until(lambda: desk.session.staff is not None)
    hands.settle()
