"""What can happen to accounts and sign-ins, as it stands in the trail."""

from enum import StrEnum


class Tag(StrEnum):
    """One kind of footprint."""

    SIGN_IN_BEGUN = "access:sign_in:begun"
    SIGN_IN_ENDED = "access:sign_in:ended"
    SIGN_IN_FAILED = "access:sign_in:failed"
    SIGN_IN_BLOCKED = "access:sign_in:blocked"
    OTHERS_ENDED = "access:sign_in:others_ended"
    PASSWORD_CHANGED = "access:password:changed"  # noqa: S105 (a tag, not a password)
    PASSWORD_RESET = "access:password:reset"  # noqa: S105 (a tag, not a password)
    REFUSED = "access:permission:refused"
    USER_MADE = "access:user:made"
    ROLE_CHANGED = "access:role:changed"
    USER_DISABLED = "access:user:disabled"
    USER_ENABLED = "access:user:enabled"
    PROGRAM_ADMITTED = "access:program:admitted"
    PROGRAM_DISMISSED = "access:program:dismissed"
    CHAIN_CHECKED = "access:chain:checked"
