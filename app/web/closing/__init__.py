"""Pages that open and end a mediation: consent, rights, recusal, danger, closing."""
