"""What every view shares in which a line searches over a list: keys, filters, walking."""
