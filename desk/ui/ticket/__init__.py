"""One ticket whole in the right column, and the sheets of its steps."""
