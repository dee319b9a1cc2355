"""The first start: what a new centre is asked before it can take its first call."""
