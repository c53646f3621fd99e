"""卷宗: the papers of a case — which are due, printed once, kept for ever, checked by anybody."""
