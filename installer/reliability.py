"""How far probabilities keep their word: figures, and a picture of them in both languages."""

from __future__ import annotations

import math
import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QImage,
    QPainter,
    QPen,
    QPolygonF,
)

from desk.answers.confidence import Confidence
from desk.resources import resource

if TYPE_CHECKING:
    from installer.fitting import Judged

PICTURES = Path(__file__).resolve().parent.parent / "resources" / "pictures"
_BINS = 10
_WIDE, _HIGH, _SHARP = 960, 470, 2
_FLAT = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
_INK, _SOFT, _GRID = QColor("#1c2530"), QColor("#66717f"), QColor("#e4e8ed")
_BLUE, _GREY, _GREEN = QColor("#1f5fbf"), QColor("#a2abb6"), QColor("#1d7f4f")
_TEXTS = {
    "": {
        "left": "说有几成把握，就对几成",
        "left_below": "预计答对的概率",
        "left_side": "实际答对的比例",
        "by_score": "只看得分",
        "by_all": "全部特征",
        "right": "自动答复：答得越多，越要防错",
        "right_below": "自动答复占应答问题的比例",
        "right_side": "自动答复的正确率",
        "chosen": "采用的界限",
        "note": "自拟的四个小区，{count} 个带标注的问题；"
        "每个小区都由另外三个小区定出的系数评判；界限由这些题选定",
        "error": "校准误差 {before} → {after}　Brier {brier_before} → {brier_after}",
    },
    "-en": {
        "left": "As often right as it says",
        "left_below": "Probability that the answer is right",
        "left_side": "Share that is right",
        "by_score": "score alone",
        "by_all": "all features",
        "right": "Answered alone: how much, how surely",
        "right_below": "Share of in-scope questions settled alone",
        "right_side": "Share of these answers that is right",
        "chosen": "the threshold in use",
        "note": "Four invented estates, {count} labelled questions, each estate judged by what the"
        " other three taught; the threshold was chosen on them",
        "error": "Calibration error {before} → {after}   Brier {brier_before} → {brier_after}",
    },
}


def brier(chances: Sequence[float], right: Sequence[bool]) -> float:
    """Return the mean square of how far probabilities are off; 0 is best."""
    return float(np.mean((np.array(chances) - np.array(right, dtype=np.float64)) ** 2))


def expected_error(chances: Sequence[float], right: Sequence[bool]) -> float:
    """Return how far probabilities are off on average, in bins of equal numbers."""
    bins = _bins(chances, right)
    return sum(abs(said - was) * count for said, was, count in bins) / len(chances)


def _bins(chances: Sequence[float], right: Sequence[bool]) -> list[tuple[float, float, int]]:
    """Return for each tenth what was said, what was, and of how many."""
    order = np.argsort(chances, kind="stable")
    said, was = np.array(chances)[order], np.array(right, dtype=np.float64)[order]
    parts = np.array_split(np.arange(len(order)), _BINS)
    return [(float(said[one].mean()), float(was[one].mean()), len(one)) for one in parts]


def draw(found: Sequence[Judged], model: Confidence) -> None:
    """Draw the pictures."""
    app = QGuiApplication.instance() or QGuiApplication([])
    for weight in ("Regular", "Bold"):
        QFontDatabase.addApplicationFont(str(resource("fonts", f"NotoSansSC-{weight}.ttf")))
    for language, texts in _TEXTS.items():
        image = QImage(_WIDE * _SHARP, _HIGH * _SHARP, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_SHARP)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        _Picture(painter, texts).draw(found, model)
        painter.end()
        target = PICTURES / f"reliability{language}.png"
        small = _few_colours(image)
        small.save(str(target), "PNG", 0)  # type: ignore[call-overload]
        print(f"{target.name}  {target.stat().st_size // 1000} kB")
    del app


def _few_colours(image: QImage) -> QImage:
    """Return a picture with the 256 colours that it has most of, a quarter of the size."""
    seen = Counter(memoryview(image.constBits()).cast("I"))
    palette = [colour for colour, _ in seen.most_common(256)]
    return image.convertToFormat(QImage.Format.Format_Indexed8, palette, _FLAT)


class _Picture:
    """Two panels: what was said against what was, and how much is answered how surely."""

    def __init__(self, painter: QPainter, texts: dict[str, str]) -> None:
        self._painter = painter
        self._texts = texts

    def draw(self, found: Sequence[Judged], model: Confidence) -> None:
        asked = [one for one in found if one.case.intent != "ticket" and one.case.weight == 1.0]
        right = [one.case.right for one in asked]
        chances, scores = [one.chance for one in asked], [one.by_score for one in asked]
        self._left(chances, scores, right)
        self._right(asked, model)
        note = self._texts["note"].format(count=len(asked))
        self._say(QRectF(28, _HIGH - 34, _WIDE - 56, 20), note, 11, _SOFT)

    def _left(
        self,
        chances: Sequence[float],
        scores: Sequence[float],
        right: Sequence[bool],
    ) -> None:
        panel = _Panel(self._painter, QRectF(78, 84, 350, 290), (0.0, 1.0), 230)
        self._title(28, "left")
        error = self._texts["error"].format(
            before=f"{expected_error(scores, right):.3f}",
            after=f"{expected_error(chances, right):.3f}",
            brier_before=f"{brier(scores, right):.3f}",
            brier_after=f"{brier(chances, right):.3f}",
        )
        self._say(QRectF(28, 50, 420, 18), error, 11, _SOFT)
        self._axes(panel, "left", 0.2, 0.2)
        panel.line([(0, 0), (1, 1)], _SOFT, 1.0, dashed=True)
        for name, values, colour in (("by_score", scores, _GREY), ("by_all", chances, _BLUE)):
            bins = _bins(values, right)
            if colour is _BLUE:
                for said, was, count in bins:
                    panel.line([(said, y) for y in _interval(was, count)], colour, 1.2)
            panel.line([(said, was) for said, was, _ in bins], colour, 2.0)
            panel.dots([(said, was) for said, was, _ in bins], colour)
            row = 0 if colour is _BLUE else 1
            panel.legend(self._texts[name], colour, row, self._font(11))

    def _right(self, asked: Sequence[Judged], model: Confidence) -> None:
        panel = _Panel(self._painter, QRectF(560, 84, 350, 290), (0.8, 1.0), 20)
        self._title(510, "right")
        self._axes(panel, "right", 0.2, 0.05)
        inside = sum(one.case.intent == "faq" for one in asked)
        panel.line([(0, 0.97), (1, 0.97)], _GREEN, 1.0, dashed=True)
        for name, key, colour in (
            ("by_score", lambda one: -one.by_score, _GREY),
            ("by_all", lambda one: -one.chance, _BLUE),
        ):
            right, points = 0, []
            for count, one in enumerate(sorted(asked, key=key), start=1):
                right += one.case.right
                if count >= _FEW:
                    points.append((right / inside, right / count))
            panel.line([one for one in points if one[1] >= 0.8], colour, 2.0)
            row = 0 if colour is _BLUE else 1
            panel.legend(self._texts[name], colour, row, self._font(11))
        above = [one for one in asked if one.chance >= model.answers]
        right = sum(one.case.right for one in above)
        if above:
            panel.dots([(right / inside, right / len(above))], _GREEN, 6.0)
        panel.legend(self._texts["chosen"], _GREEN, 2, self._font(11))

    def _title(self, x: float, name: str) -> None:
        self._say(QRectF(x, 22, 430, 26), self._texts[name], 16, _INK, bold=True)

    def _axes(self, panel: _Panel, name: str, every_x: float, every_y: float) -> None:
        panel.grid(every_x, every_y, self._font(10))
        self._painter.setPen(_SOFT)
        self._painter.setFont(self._font(11))
        area = panel.area
        below = QRectF(area.left(), area.bottom() + 24, area.width(), 18)
        self._painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._texts[f"{name}_below"])
        self._painter.save()
        self._painter.translate(area.left() - 48, area.center().y())
        self._painter.rotate(-90)
        side = QRectF(-area.height() / 2, -9, area.height(), 18)
        self._painter.drawText(side, Qt.AlignmentFlag.AlignCenter, self._texts[f"{name}_side"])
        self._painter.restore()

    def _say(
        self, where: QRectF, text: str, size: int, colour: QColor, *, bold: bool = False
    ) -> None:
        self._painter.setPen(colour)
        self._painter.setFont(self._font(size, bold=bold))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self._painter.drawText(where, left, text)

    @staticmethod
    def _font(size: int, *, bold: bool = False) -> QFont:
        font = QFont("Noto Sans SC")
        font.setPixelSize(size)
        font.setBold(bold)
        return font


#: Of fewer answers no share is drawn.
_FEW = 40


class _Panel:
    """A rectangle with two scales."""

    def __init__(
        self,
        painter: QPainter,
        area: QRectF,
        y: tuple[float, float],
        legend: float,
    ) -> None:
        self.area = area
        self._painter = painter
        self._x, self._y = (0.0, 1.0), y
        #: Where the legend begins: right of a line that rises, left of one that falls.
        self._legend = legend

    def _at(self, point: tuple[float, float]) -> QPointF:
        area = self.area
        right = (point[0] - self._x[0]) / (self._x[1] - self._x[0])
        up = (point[1] - self._y[0]) / (self._y[1] - self._y[0])
        return QPointF(area.left() + right * area.width(), area.bottom() - up * area.height())

    def grid(self, every_x: float, every_y: float, font: QFont) -> None:
        """Draw lines and their percentages."""
        self._painter.setFont(font)
        for step in range(round((self._x[1] - self._x[0]) / every_x) + 1):
            x = self._x[0] + step * every_x
            at = self._at((x, self._y[0]))
            self.line([(x, self._y[0]), (x, self._y[1])], _GRID, 1.0)
            self._painter.setPen(_SOFT)
            where = QRectF(at.x() - 30, at.y() + 5, 60, 16)
            self._painter.drawText(where, Qt.AlignmentFlag.AlignCenter, f"{x:.0%}")
        for step in range(round((self._y[1] - self._y[0]) / every_y) + 1):
            y = self._y[0] + step * every_y
            at = self._at((self._x[0], y))
            self.line([(self._x[0], y), (self._x[1], y)], _GRID, 1.0)
            self._painter.setPen(_SOFT)
            where = QRectF(at.x() - 46, at.y() - 8, 40, 16)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            self._painter.drawText(where, right, f"{y:.0%}")

    def line(
        self,
        points: Sequence[tuple[float, float]],
        colour: QColor,
        width: float,
        *,
        dashed: bool = False,
    ) -> None:
        """Draw a line through points."""
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        pen = QPen(colour, width, style)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._painter.setPen(pen)
        self._painter.drawPolyline(QPolygonF([self._at(point) for point in points]))

    def dots(
        self, points: Sequence[tuple[float, float]], colour: QColor, size: float = 3.5
    ) -> None:
        """Draw points."""
        self._painter.setPen(QPen(Qt.GlobalColor.white, 1.2))
        self._painter.setBrush(colour)
        for point in points:
            self._painter.drawEllipse(self._at(point), size, size)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)

    def legend(self, text: str, colour: QColor, row: int, font: QFont) -> None:
        """Name a colour in the lower corner."""
        x, y = self.area.left() + self._legend, self.area.bottom() - 62 + 20 * row
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        self._painter.drawEllipse(QPointF(x, y + 8), 4, 4)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(_INK)
        self._painter.setFont(font)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self._painter.drawText(QRectF(x + 10, y, 160, 16), left, text)


def _interval(share: float, count: int) -> tuple[float, float]:
    """Return Wilson's interval of 95 % for a share."""
    z = 1.96
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    spread = share * (1 - share) / count + z * z / (4 * count * count)
    reach = z / (1 + z * z / count) * math.sqrt(max(spread, 0.0))
    return middle - reach, middle + reach
