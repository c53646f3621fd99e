"""Copies of everything: consistent, sealed, proven by being read again."""
