"""A case from intake to closure: its stages, its verbs, its record."""
