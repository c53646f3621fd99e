"""The words of a paper; 中文 labels are in app/words/."""

from enum import StrEnum


class PaperState(StrEnum):
    """How far a paper is: still to be made, its bytes frozen, on paper, sealed, or brought in."""

    MISSING = "missing"
    FROZEN = "frozen"
    PRINTED = "printed"
    SEALED = "sealed"
    RECEIVED = "received"


class MediaType(StrEnum):
    """What may be brought in, by its content, whatever its name says."""

    PDF = "application/pdf"
    JPEG = "image/jpeg"
    PNG = "image/png"
    WEBM = "audio/webm"
    JSON = "application/json"
