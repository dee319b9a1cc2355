"""The floor of a start: a bare PySide6 window with the same fonts; prints its milliseconds."""

import os
import sys
import time

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from desk.resources import resource


class _Painted(QObject):
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            print(1_000 * (time.monotonic() - float(os.environ["STARTED"])), flush=True)
            os._exit(0)
        return False


app = QApplication(sys.argv)
for name in ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf"):
    QFontDatabase.addApplicationFont(str(resource("fonts", name)))
app.setStyle("Fusion")
window = QMainWindow()
label = QLabel("物业服务中心")
window.setCentralWidget(label)
painted = _Painted()
label.installEventFilter(painted)
window.resize(1280, 800)
window.show()
app.exec()
