"""What can go wrong, in domain words; each door translates them once.

Every error is a Chinese sentence that says what happened, why, and what to do next.
"""


class DomainError(Exception):
    """Something the user asked for that the case does not allow."""


class NotFound(DomainError):
    """It is not there, or not for this person: the two look the same on purpose."""


class NotAllowed(DomainError):
    """The person may see it, but may not do this to it."""


class NotNow(DomainError):
    """The case is not at a stage where this can happen."""


class Stale(DomainError):
    """Somebody changed it since this page was opened."""


class Incomplete(DomainError):
    """Something that the law or the form needs is missing or wrong.

    `field` names the input at fault where there is one.
    """

    def __init__(self, sentence: str, *, field: str | None = None) -> None:
        super().__init__(sentence)
        self.field = field


class Busy(DomainError):
    """The database could not take it just now: locked, full or away; try again, keep the form."""
