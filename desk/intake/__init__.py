"""What files bring: held against what is there, imported at once or not at all, taken back."""
