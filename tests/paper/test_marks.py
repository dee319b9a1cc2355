"""The marks on a slip are read by a scanner."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace

import pytest
from reportlab.graphics.barcode.code128 import Code128

from desk.paper.marks import MODULE, QUIET, _values, bars_width
from desk.paper.raster import rasterise
from desk.paper.slip import slip
from desk.paper.top import Copy
from desk.words.catalogue import Words
from tests.paper.samples import ORDER

needs_scanner = pytest.mark.skipif(
    shutil.which("zbarimg") is None, reason="zbarimg is not installed: marks were not scanned"
)


def scanned(pdf: bytes, folder, dpi: int) -> set[str]:
    page = rasterise(pdf, 0, dpi)
    rows = (
        page.data[y * page.stride : y * page.stride + 3 * page.width] for y in range(page.height)
    )
    picture = folder / "page.ppm"
    picture.write_bytes(b"P6 %d %d 255\n" % (page.width, page.height) + b"".join(rows))
    ran = subprocess.run(["zbarimg", "-q", str(picture)], capture_output=True, check=True)
    return set(ran.stdout.decode().split())


@needs_scanner
@pytest.mark.parametrize("dpi", [150, 203, 300])
@pytest.mark.parametrize("size", ["A5", "A4"])
def test_both_marks_give_the_number(tmp_path, size, dpi):
    assert scanned(slip([ORDER], Words("en"), size), tmp_path, dpi) == {
        "CODE-128:WX20251122-0037", "QR-Code:WX20251122-0037",
    }  # fmt: skip


@needs_scanner
def test_each_copy_leads_to_its_own_page(tmp_path):
    order = replace(
        ORDER,
        technician_link="https://desk.example/w/5f2c9a7be1d04c6f8a3b",
        resident_link="https://desk.example/p/0a9b8c7d6e5f4a3b2c1d",
    )
    for copy, link in (
        (Copy.TECHNICIAN, order.technician_link),
        (Copy.RESIDENT, order.resident_link),
        (Copy.STUB, order.number),
    ):
        pdf = slip([order], Words("zh_CN"), "A5", [copy])
        assert scanned(pdf, tmp_path, 300) == {"CODE-128:" + order.number, "QR-Code:" + link}


@pytest.mark.parametrize(
    "number",
    ["WX20251122-0037", "FW20261231-12345", "TS20260101-0001", "A", "12", "1234", "a1234567b"],
)
def test_the_bars_say_what_was_meant(number):
    """Read the values back by the rules of Code 128."""
    values = _values(number)
    assert values[-1] == (values[0] + sum(i * v for i, v in enumerate(values[:-1]))) % 103
    said, in_c = "", values[0] == 105
    for value in values[1:-1]:
        if value in {99, 100}:
            in_c = value == 99
        else:
            said += f"{value:02}" if in_c else chr(value + 32)
    assert said == number


def test_digits_are_paired_so_that_the_bars_stay_short():
    other = Code128("WX20251122-0037", quiet=False, barWidth=MODULE)
    assert bars_width("WX20251122-0037") - 2 * QUIET <= other.width + 0.01


def test_the_quiet_zone_is_ten_modules():
    assert pytest.approx(10 * MODULE) == QUIET
