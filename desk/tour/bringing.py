"""A small roster is let fall on the window, and seen as it was understood; nothing is imported."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from desk.sheets import tables
from desk.sheets.tables import Table
from desk.tour.album import Album
from desk.tour.stage import Stage
from desk.ui.intake.page import ImportPage

_NAME = "花名册.xlsx"
_HEADS = ("楼栋", "单元", "房号", "建筑面积", "业主", "联系电话", "备注")
_ROWS = (
    ("26栋", "1单元", "101", "89.5", "欧阳晴", "13800000101", ""),
    ("26栋", "1单元", "102", "102.3平方", "司马青、夏侯云(租户)", "13800000102、13900000102", ""),
    ("26栋", "2单元", "101", "89.5", "诸葛明", "138000001", "装修中"),
    ("26栋", "2单元", "102", "102.3", "空置", "", ""),
    ("26栋", "", "??", "89.5", "公孙止", "13800000105", "房号待查"),
)


class BringingScene:
    """Somebody brings a file."""

    def __init__(self, stage: Stage, album: Album) -> None:
        self._stage = stage
        self._album = album

    def drop(self) -> None:
        """Let the file fall, look at what was understood, and go back.

        Raises:
            Refusal: ``tour.stuck``.
        """
        hands, desk = self._stage.hands, self._stage.desk
        file = desk.session.folder / _NAME
        tables.write(Table("花名册", _HEADS, _ROWS, desk.session.centre.zone), file)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file))])
        hands.doing = _NAME
        desk.window.dropEvent(
            QDropEvent(
                QPointF(desk.window.rect().center()),
                Qt.DropAction.CopyAction,
                data,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
        )
        hands.until(lambda: "import" in desk.window.pages)
        page = desk.window.pages["import"]
        assert isinstance(page, ImportPage)
        hands.until(lambda: page.content.ready)
        hands.settle()
        self._album.take(desk.window, "import", "zh", "light")
        hands.press("Escape")
        hands.until(lambda: not page.isVisible())
        file.unlink()
