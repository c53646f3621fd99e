"""The words of an agreement; 中文 labels are in app/words/."""

from enum import StrEnum


class AgreementForm(StrEnum):
    """书面 or 口头 (人民调解法 28 条)."""

    WRITTEN = "written"
    ORAL = "oral"


class AgreementKind(StrEnum):
    """Whether it ends the dispute: final, interim (a part now), or of process (who tests, pays)."""

    FINAL = "final"
    INTERIM = "interim"
    PROCESS = "process"


class SignerRole(StrEnum):
    """As what someone put a hand to the agreement."""

    PARTY = "party"
    REPRESENTATIVE = "representative"
    GUARDIAN = "guardian"
    MEDIATOR = "mediator"
    RECORDER = "recorder"
    INTERPRETER = "interpreter"
    SEAL = "seal"


class SignatureMethod(StrEnum):
    """How: any of the first four is full by law (人民调解法 29 条; 民法典 490 条).

    A drawn signature on a tablet is an aid, no reliable electronic signature (电子签名法 13 条).
    """

    SIGNATURE = "signature"
    STAMP = "stamp"
    FINGERPRINT = "fingerprint"
    SIGNATURE_AND_FINGERPRINT = "signature_and_fingerprint"
    TABLET = "tablet"


class UrgingWay(StrEnum):
    """How a debtor was urged."""

    TELEPHONE = "telephone"
    VISIT = "visit"
    LETTER = "letter"
    MEETING = "meeting"


class UrgingOutcome(StrEnum):
    """What came of it (75号令 38 条)."""

    PROMISED = "promised"
    FULFILLED = "fulfilled"
    CANNOT = "cannot"
    DISPUTES_CONTENT = "disputes_content"
    REFUSED = "refused"
    OUT_OF_REACH = "out_of_reach"


class ConfirmationResult(StrEnum):
    """What the court said of a joint application (人民调解法 33 条)."""

    PENDING = "pending"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    WITHDRAWN = "withdrawn"


class Effect(StrEnum):
    """What a finding does: stops the signing, or asks to look again."""

    BLOCK = "block"
    WARN = "warn"
