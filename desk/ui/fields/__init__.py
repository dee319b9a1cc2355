"""Fields of the trade that several pages share."""
