from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QToolTip

from desk.centre.policy import company_standard
from desk.codes import State
from desk.ui.look import Look
from desk.ui.queue.delegate import QueueDelegate
from desk.ui.queue.layout import Fonts, Painting, Row
from desk.ui.queue.said import Speaker
from desk.ui.theme import Theme
from desk.words.catalogue import Words
from tests.ui.queue.conftest import SHANGHAI
from tests.ui.queue.tickets import NOW, busy_morning, ticket

WIDTHS = (340, 400, 520, 640, 780, 860, 1000, 1200, 1780)


@pytest.fixture
def laid(look: Look, speaker: Speaker):
    fonts = Fonts(look)

    def lay(row, width: int) -> Painting:
        said = speaker.say(row, NOW)
        return Row(look, fonts, said, width, look.sizes.row_two).painting()

    return lay


def words_of(painting: Painting) -> list[str]:
    return [letters.text for letters in painting.letters]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_nothing_lies_on_anything_else(look: Look, width, scale, language):
    look.rescale(scale)
    fonts = Fonts(look)
    speaker = Speaker(Words(language), SHANGHAI, company_standard().soon)
    wide, high = round(width * scale), look.sizes.row_two
    for row in busy_morning():
        painting = Row(look, fonts, speaker.say(row, NOW), wide, high).painting()
        boxes = [
            QRect(
                letters.x,
                letters.y - fonts.metrics(letters.font).capHeight(),
                fonts.wide(letters.font, letters.text),
                fonts.metrics(letters.font).capHeight(),
            )
            for letters in painting.letters
        ]
        boxes += [QRect(sign.x, sign.y, sign.size, sign.size) for sign in painting.signs]
        for at, box in enumerate(boxes):
            assert box.left() >= look.sizes.bar
            assert box.right() < wide
            assert not [other for other in boxes[at + 1 :] if box.intersects(other)], row


def test_what_matters_is_there_at_any_width(laid):
    row = next(row for row in busy_morning() if row.ticket_id == 12)
    for width in WIDTHS:
        shown = words_of(laid(row, width))
        assert "超时 3 小时 5 分" in shown
        assert "紧急" in shown
        assert "3" in shown
        assert "回单未回" in shown
        assert "已派单" in shown
        assert any(text.endswith("0012") for text in shown)


def test_columns_give_way_in_the_order_that_is_written_down(laid):
    row = ticket(
        slip_prints=1,
        chased=1,
        appointment_from=NOW,
        appointment_until=NOW,
    )
    order = ["138****5678", "张淑芬", "王建国", "约 10:24–10:24", "水电班"]
    gone: list[str] = []
    for width in range(859, 300, -1):
        shown = words_of(laid(row, width))
        gone += [text for text in order if text not in shown and text not in gone]
    assert gone == order[: len(gone)]
    assert len(gone) >= 4


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_a_row_that_is_whole_needs_no_tooltip_and_a_cut_one_says_everything(
    qtbot, look: Look, table, listed
):
    long = busy_morning()[1]
    listed.become([long, ticket(2)], NOW)
    delegate = listed.itemDelegate()
    assert isinstance(delegate, QueueDelegate)
    assert not delegate.painting(0, 780).whole
    assert delegate.painting(1, 860).whole
    tip = delegate.tip(0)
    assert long.words in tip
    assert "WX20260304-0012" in tip
    assert "138****5678" in tip
    assert delegate.tip(0).count("<br>") >= 4

    def hover(at: int) -> str:
        option = QStyleOptionViewItem()
        option.rect = listed.visualRect(table.index(at))
        middle = option.rect.center()
        event = QHelpEvent(
            QHelpEvent.Type.ToolTip, middle, listed.viewport().mapToGlobal(QPoint(middle))
        )
        delegate.helpEvent(event, listed, option, table.index(at))
        return QToolTip.text()

    assert long.words in hover(0)
    QToolTip.hideText()


def test_what_a_caller_said_is_never_read_as_markup(listed):
    listed.become([ticket(words="<b>灯</b> & <img src=x>")], NOW)
    tip = listed.itemDelegate().tip(0)
    assert "&lt;b&gt;灯&lt;/b&gt; &amp; &lt;img src=x&gt;" in tip


def test_a_layout_is_kept_until_the_row_says_something_else(look: Look, table, listed):
    done = ticket(2, due_at=None, state=State.DONE)
    listed.become([ticket(1, minutes=12.5), done], NOW)
    delegate = listed.itemDelegate()
    first, second = delegate.painting(0, 780), delegate.painting(1, 780)
    assert delegate.painting(0, 780) is first
    listed.become([done, ticket(1, minutes=12.5)], NOW)
    assert delegate.painting(1, 780) is first
    table.tick(table.changes_at())
    assert delegate.painting(1, 780) is not first
    assert delegate.painting(0, 780) is second
    look.choose("dark")
    assert delegate.painting(0, 780).letters[0].ink == Theme("dark").colours.quiet


def test_words_stand_where_the_place_would_when_no_place_is_known(laid):
    def begins(row, text: str) -> int:
        return next(one.x for one in laid(row, 860).letters if one.text == text)

    assert begins(ticket(place=""), "卫生间漏水") == begins(ticket(), "3-2-1602")
