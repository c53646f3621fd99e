"""Policy as data: facts in, a decision with its reasons out."""
