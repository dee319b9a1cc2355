"""Pages become pixels of the size that was asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.paper.raster import page_count, rasterise, rasterise_all
from desk.paper.slip import slip
from desk.refusals import Refusal
from desk.words.catalogue import Words
from tests.paper.samples import ORDER

PDF = slip([ORDER, replace(ORDER, number="WX20251122-0038")], Words("zh_CN"))


def test_a_page_has_the_size_of_its_paper():
    page = rasterise(PDF, 0, 300)
    assert (page.width, page.height) == pytest.approx((210 / 25.4 * 300, 148 / 25.4 * 300), abs=2)
    assert page.stride >= 3 * page.width
    assert len(page.data) == page.stride * page.height
    assert page.dpi == 300


def test_a_page_is_white_with_black_on_it():
    page = rasterise(PDF, 0, 72)
    assert page.data[:3] == b"\xff\xff\xff"
    assert min(page.data) < 40


def test_pages_come_one_after_the_other():
    assert page_count(PDF) == 2
    first, second = rasterise_all(PDF, 72)
    assert first.data != second.data


@pytest.mark.parametrize("pdf", [b"", b"no PDF", PDF[:300]])
def test_what_is_no_pdf_is_refused(pdf):
    with pytest.raises(Refusal) as refused:
        rasterise(pdf, 0, 72)
    assert refused.value.code == "paper.damaged"


def test_a_page_that_is_not_there_is_refused():
    for page in (-1, 2):
        with pytest.raises(Refusal):
            rasterise(PDF, page, 72)
