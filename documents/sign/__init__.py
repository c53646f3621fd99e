"""Sign and seal a frozen paper: certification first, the people's ink, the committee's seal last."""

from documents.sign.demonstration import KeysExistError, make_committee_key
from documents.sign.keys import CommitteeKey, KeysMissingError, load_committee_key
from documents.sign.sealing import InkMark, InkRequired, NotSealable, seal

__all__ = [
    "CommitteeKey",
    "InkMark",
    "InkRequired",
    "KeysExistError",
    "KeysMissingError",
    "NotSealable",
    "load_committee_key",
    "make_committee_key",
    "seal",
]
