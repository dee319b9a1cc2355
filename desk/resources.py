"""Finds ``resources/`` in a clone, an installed wheel and a frozen bundle."""

from __future__ import annotations

import sys
from pathlib import Path

from desk.refusals import Refusal


def resource(*parts: str) -> Path:
    """Return the path of a resource such as ``resource("fonts", "NotoSansSC-Regular.ttf")``.

    Raises:
        Refusal: ``resource.missing`` with the name of the file that is not there.
    """
    here = Path(__file__).resolve().parent
    bundle = getattr(sys, "_MEIPASS", None)
    roots = [Path(bundle) / "resources"] if bundle else []
    roots += [here.parent / "resources", here / "resources"]
    for root in roots:
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise Refusal("resource.missing", file="/".join(parts))
