"""Settings: the centre, its hours, clocks, crews, categories and staff, and this computer."""
