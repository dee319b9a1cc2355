"""The languages, each by its own name."""

from __future__ import annotations

#: Names that nobody translates: whoever looks for a language reads it.
LANGUAGE_NAMES = {"zh_CN": "中文", "en": "English"}
