"""The call box: one line, and everything it leads to."""
