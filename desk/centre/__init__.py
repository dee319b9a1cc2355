"""Who we are: service hours, clocks, staff, crews, categories and the centre itself."""
