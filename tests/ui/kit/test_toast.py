"""What somebody at the desk notices of a toast."""

from PySide6.QtWidgets import QLineEdit, QWidget

from desk.ui.kit.toast import Toast


def test_it_says_its_sentence_for_a_moment_and_moves_nothing(qtbot, look):
    window = QWidget()
    qtbot.addWidget(window)
    field = QLineEdit(window)
    toast = Toast(look, window)
    window.resize(800, 600)
    window.show()
    field.setFocus()
    before = field.geometry()

    toast.tell("工单 WX20261122-0001 已生成")

    assert toast.sentence == "工单 WX20261122-0001 已生成"
    assert toast.accessibleName() == toast.sentence
    assert field.geometry() == before
    assert field.hasFocus() or window.focusWidget() is field
    assert toast.geometry().bottom() <= window.height()
    assert toast.geometry().left() < window.width() // 2

    toast._timer.timeout.emit()
    assert toast.sentence == ""
    toast._timer.stop()


def test_it_stays_at_the_foot_of_a_window_that_is_resized(qtbot, look):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    toast = Toast(look, window)
    window.show()
    toast.tell("已保存")
    window.resize(1200, 700)
    assert toast.geometry().bottom() == 699
    assert window.rect().contains(toast.geometry())
    toast._timer.stop()
