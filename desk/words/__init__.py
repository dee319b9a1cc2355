"""Everything people read: catalogues, names of codes, sentences of refusals, times in words."""
