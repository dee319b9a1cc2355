"""The words that mean the same, on screen: search, editing, what they touch, history."""
