"""The Reports page: the day as the supervisor reads it."""
