"""Deadlines: the clock ledger of every time limit, and the calendar it is counted by."""
