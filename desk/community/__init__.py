"""Whom we serve: communities, rooms, residents, and finding them."""
