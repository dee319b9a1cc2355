"""The tour, whole and once: what it leaves is what somebody would want to look at."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from desk.__main__ import REFUSED, main

ROOT = Path(__file__).resolve().parents[2]
PLACES = ("desk", "knowledge", "residents", "reports", "settings")
SIZES = {"200": (2560, 1600), "narrow": (1024, 700), "drawer": (1024, 700), "wide": (1920, 1080)}
NUMBER = re.compile(r"WX\d{8}-\d{4}")


def play(*options: str) -> subprocess.CompletedProcess[str]:
    """Run the command as somebody without a display does."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return subprocess.run(
        [sys.executable, "-X", "dev", "-m", "desk", "tour", *options],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name not in hidden},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.mark.timeout(150)
def test_one_call_leaves_pictures_the_slip_and_the_day(tmp_path: Path) -> None:
    done = play("--out", str(tmp_path))
    assert (done.stderr, done.returncode) == ("", 0)
    *names, last = done.stdout.splitlines()
    assert str(tmp_path) in last
    assert sorted(names) == sorted(path.name for path in tmp_path.iterdir())
    pictures = [name for name in names if name.endswith(".png")]
    assert [int(name.split("-")[0]) for name in pictures] == list(range(1, len(pictures) + 1))
    seen = {name.partition("-")[2].removesuffix(".png") for name in pictures}
    assert set(every_page()) <= seen
    assert {"first-start-zh-light", "sign-in-zh-light", "drawer-zh-light", "slip-A5", "day"} <= seen
    assert "import-zh-light" in seen
    for name in pictures:
        is_a_picture(tmp_path / name)
    holds_the_ticket(tmp_path)


def every_page() -> Iterator[str]:
    """Name every page in both languages, light and dark, at both sizes."""
    for place in PLACES:
        for language in ("zh", "en"):
            for scheme in ("light", "dark"):
                yield f"{place}-{language}-{scheme}"
                yield f"{place}-{language}-{scheme}-200"


def is_a_picture(path: Path) -> None:
    """Hold that there is something on a picture, of the right size and the right lightness."""
    image = QImage(str(path))
    words = path.stem.split("-")
    if "slip" not in words and "day" not in words:
        size = next((SIZES[word] for word in words if word in SIZES), (1280, 800))
        assert (image.width(), image.height()) == size, path.name
    how = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    small = image.scaled(160, 100, *how)
    pixels = [small.pixelColor(x, y) for x in range(160) for y in range(100)]
    assert len({pixel.rgb() for pixel in pixels}) > 40, path.name
    middle = sorted(pixel.lightness() for pixel in pixels)[len(pixels) // 2]
    assert (middle < 60) == ("dark" in words), path.name


def holds_the_ticket(folder: Path) -> None:
    """Hold that both slips say the same number and what was typed, and the day its date."""
    small, large = text(folder / "slip-A5.pdf"), text(folder / "slip-A4.pdf")
    number = NUMBER.search(small)
    assert number is not None
    assert number[0] in large
    for slip in (small, large):
        assert "厨房漏水一直滴" in slip
        assert "3-2-1502" in slip
    assert "2026年3月10日" in text(folder / "day.pdf")


def text(path: Path) -> str:
    """Return what can be copied from a PDF."""
    with pypdfium2.PdfDocument(path) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


def test_a_folder_that_cannot_be_made_is_told(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "file"
    file.touch()
    assert main(["tour", "--out", str(file / "here"), "--language", "en"]) == REFUSED
    assert str(file / "here") in capfd.readouterr().err


def test_data_that_others_use_is_left_alone(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "settings.json").write_text('{"database_url": "postgresql://desk/x"}')
    asked = ["tour", "--out", str(tmp_path / "out"), "--data", str(tmp_path)]
    assert main([*asked, "--language", "en"]) == REFUSED
    assert "shared PostgreSQL" in capfd.readouterr().err


def test_a_folder_without_data_is_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    asked = ["tour", "--out", str(tmp_path / "out"), "--data", str(tmp_path), "--language", "en"]
    assert main(asked) == REFUSED
    assert str(tmp_path) in capfd.readouterr().err
