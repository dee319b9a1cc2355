"""Rooms and residents on screen."""
