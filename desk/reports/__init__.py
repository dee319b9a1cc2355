"""Figures for the supervisor: the day on one page."""
