"""What is seen of a shadow: the same each time it is painted, and another in another theme."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from desk.ui.kit.shadow import Shadow

THING = QRect(60, 60, 200, 100)


def drawn(shadow: Shadow, thing: QRect = THING) -> QImage:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    shadow.draw(painter, thing, 8)
    painter.end()
    return image


def darkness(image: QImage, x: int, y: int) -> int:
    return 255 - image.pixelColor(x, y).lightness()


def test_it_lies_round_the_thing_and_mostly_below_it(look):
    image = drawn(Shadow(look))
    above, below = darkness(image, 160, 58), darkness(image, 160, 162)
    assert 0 < above < below
    assert darkness(image, 160, 10) == 0
    assert darkness(image, 395, 110) == 0


def test_it_is_the_same_when_it_is_painted_again_and_somewhere_else(look):
    shadow = Shadow(look)
    first = drawn(shadow)
    assert drawn(shadow) == first
    moved = drawn(shadow, THING.translated(20, 30))
    assert moved.copy(QRect(20, 30, 360, 260)) == first.copy(QRect(0, 0, 360, 260))


def test_it_follows_the_size_and_the_theme(look):
    shadow = Shadow(look)
    light = drawn(shadow)
    wide = drawn(shadow, THING.adjusted(0, 0, 60, 0))
    assert darkness(wide, 322, 110) == darkness(light, 262, 110) > darkness(light, 322, 110)
    look.choose("dark")
    assert drawn(shadow) != light
