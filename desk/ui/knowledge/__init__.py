"""The library on screen: search, reading, editing, history."""
