"""The live queue: the left column of the Desk page, and the bar for what rings."""
