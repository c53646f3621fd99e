"""台账 and statutory statistics: read-only, counted from the cases themselves, never typed."""
