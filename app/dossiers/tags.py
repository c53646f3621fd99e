"""Footprints of a paper."""

from enum import StrEnum


class Tag(StrEnum):
    """What happened to a paper."""

    ISSUED = "paper:issued"
    PRINTED = "paper:printed"
    SCANNED = "paper:scanned"
    RECEIVED = "paper:received"
    WORDS_TOLD = "paper:words:told"
    INKED = "paper:inked"
    TRANSLATED = "agreement:translated"
    TERM_APPROVED = "translation_term:approved"
    STRENGTHENED = "paper:strengthened"
    EXPORTED = "dossier:exported"
