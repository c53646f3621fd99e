"""回访: when to ask how it went, and what was heard (75号令 37 条)."""
