"""The import of a file in the window: what was understood, what is decided, what is done."""
