"""The pictures of the play: numbered, named for what they show, written into one folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from desk.refusals import Refusal
from desk.ui.papers import PageImage

#: Qt's measure of how hard a picture is squeezed; more takes far longer and saves little.
_SQUEEZED = 60


class Album:
    """Takes pictures and tells of each one."""

    def __init__(self, folder: Path, tell: Callable[[str], None], *, first: int = 1) -> None:
        """Begin an album.

        Args:
            folder: where the pictures go; it is there already.
            tell: gets the name of each file once it is written.
            first: the number of the first picture.
        """
        self.folder = folder
        self._tell = tell
        self._next = first

    @property
    def next_number(self) -> int:
        """The number the next picture will have."""
        return self._next

    def skip(self, pictures: int) -> None:
        """Leave numbers to pictures somebody else takes."""
        self._next += pictures

    def take(self, window: QWidget, *about: str) -> None:
        """Take a picture of a window as it stands.

        Args:
            window: what to show.
            about: what the picture shows, in plain small words for its file name.

        Raises:
            Refusal: ``tour.picture`` when the file cannot be written.
        """
        self._keep(window.grab().toImage(), *about)

    def take_page(self, page: PageImage, *about: str) -> None:
        """Take a page of a PDF, given as pixels.

        Raises:
            Refusal: ``tour.picture`` when the file cannot be written.
        """
        kind = QImage.Format.Format_RGB888
        self._keep(QImage(page.data, page.width, page.height, page.stride, kind), *about)

    def keep_file(self, name: str, content: bytes) -> Path:
        """Put a file beside the pictures.

        Raises:
            OSError: it cannot be written.
        """
        path = self.folder / name
        path.write_bytes(content)
        self._tell(name)
        return path

    def _keep(self, image: QImage, *about: str) -> None:
        name = f"{self._next:02d}-{'-'.join(about)}.png"
        if not image.save(str(self.folder / name), "PNG", _SQUEEZED):  # type: ignore[call-overload]
            raise Refusal("tour.picture", file=name)
        self._next += 1
        self._tell(name)
