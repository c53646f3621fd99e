"""Pages of sessions, their records and joint consultations."""
