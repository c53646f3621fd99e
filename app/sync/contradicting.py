"""What the village wrote and what the centre has do not go together."""

from collections.abc import Mapping
from typing import Any

from app.kernel.errors import DomainError


class Contradicted(DomainError):
    """What the village wrote and what the centre has do not go together; a person settles it."""

    def __init__(
        self,
        code: str,
        sentence: str,
        yours: Mapping[str, Any] | None = None,
        centre: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(sentence)
        self.code, self.yours, self.centre = code, yours or {}, centre or {}
