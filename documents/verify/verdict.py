"""What a check found, in plain Chinese."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

RegisterState = Literal["known", "unknown", "superseded", "unchecked"]

_REGISTER = {
    "known": "与登记的文书一致",
    "unknown": "登记中没有这份文件",
    "superseded": "登记中已有更新的版本",
    "unchecked": "尚未与登记核对",
}


@dataclass(frozen=True)
class SignatureFact:
    """One signature: its place (system, party-1, seal, …), whose, and when it says it was made."""

    role: str
    name: str
    certificate: str
    signed_at: datetime | None


@dataclass(frozen=True)
class Verdict:
    """The judgment: ``valid`` only if nothing at all is wrong and the register does not object."""

    sha256: str
    signatures: tuple[SignatureFact, ...]
    register: RegisterState
    problems: tuple[str, ...]

    @property
    def valid(self) -> bool:
        """Say whether the paper is accepted."""
        return not self.problems and self.register in {"known", "unchecked"}

    @property
    def verdict(self) -> str:
        """Say it in one sentence."""
        if self.valid:
            return f"验证通过：签名完整有效，盖章后未被改动，{_REGISTER[self.register]}。"
        if self.register == "superseded" and not self.problems:
            return "签名有效，但登记中已有更新的版本，请以新版本为准。"
        reasons = list(self.problems)
        if self.register == "unknown":
            reasons.append(_REGISTER["unknown"])
        return f"验证不通过：{'；'.join(reasons)}。请勿采信此文件，可向出具文书的调解委员会核实。"
