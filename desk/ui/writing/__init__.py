"""What every view shares in which something stored is written anew: drafts, fields, saving."""
