"""From characters to meaning: pure functions over text; who lives where is passed in."""
