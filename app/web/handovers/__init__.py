"""Pages of the case's way to other committees and organs."""
