"""Old repair ledgers, read as a clerk reads them."""
