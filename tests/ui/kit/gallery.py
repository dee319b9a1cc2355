"""Shows the whole kit on one page: ``python -m tests.ui.kit.gallery OUT`` saves the pictures.

Without OUT it opens a window. Pictures: light and dark, 100 % and 200 %, the palette, a sheet.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desk.ui import fonts
from desk.ui.kit.button import Button
from desk.ui.kit.combo import Combo
from desk.ui.kit.form import Form
from desk.ui.kit.line_edit import LineEdit
from desk.ui.kit.progress_sheet import ProgressSheet
from desk.ui.kit.sheet import Sheet
from desk.ui.kit.text_edit import TextEdit
from desk.ui.look import Look
from desk.words.catalogue import Words
from tests.ui.kit.gallery_parts import Gallery, Pieces


def _settle(app: QApplication) -> None:
    for _ in range(3):
        app.sendPostedEvents()
        app.processEvents()


def pictures(app: QApplication, look: Look, out: Path) -> None:
    """Save every picture."""
    words = Words("zh_CN")
    ratio = "200" if os.environ.get("QT_SCALE_FACTOR") == "2" else "100"
    for scheme in ("light", "dark"):
        look.choose(scheme)
        gallery = Gallery(look, words)
        gallery.show()
        gallery.activateWindow()
        _settle(app)
        gallery.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        gallery.list.setFocus(Qt.FocusReason.TabFocusReason)
        _settle(app)
        gallery.grab().save(str(out / f"desk-{scheme}-{ratio}.png"))
        gallery.palette_.open()
        gallery.palette_.line.setText("c")
        _settle(app)
        gallery.grab().save(str(out / f"palette-{scheme}-{ratio}.png"))
        gallery.palette_.dismiss()
        sheet = Sheet(
            look,
            words,
            "暂停工单",
            gallery,
            primary="暂停",
            sentence="暂停期间不计时，到时间会再提醒。",
        )
        form = Form(look)
        form.add("why", "原因", Combo(look, [("等配件", 1), ("业主不在家", 2)]))
        form.add("when", "何时再看", LineEdit(look, "明天 9:00"))
        form.add("note", "说明", TextEdit(look, "", placeholder="要等什么、问过谁"))
        form.complain({"when": "这个时间已经过了。"})
        sheet.body.addWidget(form)
        sheet.open()
        _settle(app)
        gallery.grab().save(str(out / f"sheet-{scheme}-{ratio}.png"))
        sheet.dismiss()
        pieces = Pieces(look, words)
        pieces.show()
        pieces.activateWindow()
        _settle(app)
        pieces.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        pieces.findChild(Button, "focus").setFocus(Qt.FocusReason.TabFocusReason)
        _settle(app)
        pieces.grab().save(str(out / f"pieces-{scheme}-{ratio}.png"))
        pieces.close()
        gallery.resize(look.sizes.window_wide_least, look.sizes.window_high_least)
        gallery.drawer.set_open(True)
        progress = ProgressSheet(look, words, "正在导入住户", gallery)
        progress.advance(412, 1100)
        progress.tell("第 412 行，共 1100 行")
        _settle(app)
        gallery.grab().save(str(out / f"narrow-{scheme}-{ratio}.png"))
        progress.open()
        _settle(app)
        gallery.grab().save(str(out / f"progress-{scheme}-{ratio}.png"))
        gallery.close()
    look.choose("light")
    look.rescale(2.0)
    gallery = Gallery(look, words)
    gallery.resize(1920, 1080)
    gallery.show()
    _settle(app)
    gallery.grab().save(str(out / f"scaled-{ratio}.png"))
    gallery.close()
    look.rescale(1.0)


def main() -> None:
    """Open the gallery or save its pictures."""
    app = QApplication(sys.argv[:1])
    loaded = fonts.load()
    look = Look(app, family=loaded.family, motion=0 if len(sys.argv) > 1 else 100)
    if len(sys.argv) > 1:
        out = Path(sys.argv[1])
        out.mkdir(parents=True, exist_ok=True)
        pictures(app, look, out)
        return
    gallery = Gallery(look, Words("zh_CN"))
    gallery.show()
    app.exec()


if __name__ == "__main__":
    main()
