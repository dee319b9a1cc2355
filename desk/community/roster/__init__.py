"""Reads a roster of rooms and residents as a careful clerk would; nothing is stored."""
