"""From words to the approved answer."""
