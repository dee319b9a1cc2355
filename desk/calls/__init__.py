"""One call: its draft, its household card, and what the words of the caller lead to."""
