"""Plays one call through the real window, by keys and an input method, and leaves pictures."""
