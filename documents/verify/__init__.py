"""Judge a signed paper: every rule that a valid signature alone does not imply."""

from documents.verify.judging import verify
from documents.verify.trust import Trust, load_stamp_roots, load_trust
from documents.verify.verdict import SignatureFact, Verdict

__all__ = ["SignatureFact", "Trust", "Verdict", "load_stamp_roots", "load_trust", "verify"]
