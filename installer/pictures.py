"""Takes the pictures of the README from those of a tour: ``pictures.py TOUR_FOLDER``.

They are stored with a palette: nobody sees it in so few colours, and they are a fifth of the size.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

PICTURES = Path(__file__).resolve().parent.parent / "resources" / "pictures"
#: What is shown, by what a tour calls it after the number.
CHOSEN = {
    "call-zh-light": "call",
    "desk-en-light": "call-en",
    "chased-zh-light": "ticket",
    "reports-zh-light": "day",
    "import-zh-light": "import",
    "knowledge-zh-dark": "library-dark",
    "slip-A5": "slip",
}
_FLAT = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither


def _weight(colour: int) -> float:
    """Tell how much a colour counts: where little is coloured, what is must stay so."""
    parts = colour >> 16 & 255, colour >> 8 & 255, colour & 255
    return 1 + (max(parts) - min(parts)) / 4


def main(tour: Path) -> None:
    """Write each chosen picture anew."""
    PICTURES.mkdir(exist_ok=True)
    for taken, name in CHOSEN.items():
        (path,) = tour.glob(f"[0-9][0-9]-{taken}.png")
        picture = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
        seen = Counter(memoryview(picture.constBits()).cast("I"))
        palette = sorted(seen, key=lambda colour: -seen[colour] * _weight(colour))[:256]
        picture = picture.convertToFormat(QImage.Format.Format_Indexed8, palette, _FLAT)
        target = PICTURES / f"{name}.png"
        picture.save(str(target), "PNG", 0)  # type: ignore[call-overload]
        print(f"{target.name}  {target.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
