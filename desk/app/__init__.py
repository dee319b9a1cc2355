"""Builds everything, once: the one place that knows all parts of the window."""

from __future__ import annotations

from desk.app.desk import Desk
from desk.app.ground import Ground, lay_ground, new_application

__all__ = ["Desk", "Ground", "lay_ground", "new_application"]
