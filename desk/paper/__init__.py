"""Slips and reports as PDF bytes; the only place that knows how a page is set."""
