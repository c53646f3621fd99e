"""What a condition is: all, any, not, and one comparison of one fact with a constant."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from rules.vocabulary import Kind, Scalar


class Op(StrEnum):
    """Every comparison; UNLESS and LACKS are made by the compiler and cannot be written."""

    EQ = "is"
    NEQ = "is_not"
    LT = "less_than"
    LTE = "at_most"
    GT = "more_than"
    GTE = "at_least"
    IN = "in"
    HAS = "has"
    UNLESS = "unless"  # is something else, or missing
    LACKS = "lacks"  # the list does not contain it, or is missing
    MISSING = "missing"
    PRESENT = "present"


PRESENCE = frozenset({Op.MISSING, Op.PRESENT})
OPS = {
    Kind.ENUM: PRESENCE | {Op.EQ, Op.NEQ, Op.IN},
    Kind.BOOL: PRESENCE | {Op.EQ},
    Kind.TAGS: PRESENCE | {Op.HAS},
    Kind.INT: PRESENCE | {Op.EQ, Op.NEQ, Op.LT, Op.LTE, Op.GT, Op.GTE, Op.IN},
}


@dataclass(frozen=True)
class Param:
    """A named, dated threshold that stands where a number would."""

    name: str


@dataclass(frozen=True)
class Leaf:
    """One comparison of one fact."""

    fact: str
    op: Op
    value: Scalar | Param | tuple[Scalar, ...] | None = None

    @property
    def choices(self) -> tuple[Scalar, ...]:
        """List the constants, one or many."""
        if self.value is None or isinstance(self.value, Param):
            return ()
        return self.value if isinstance(self.value, tuple) else (self.value,)


@dataclass(frozen=True)
class AllOf:
    """True when every part is; an empty one is always true."""

    of: tuple["Condition", ...]


@dataclass(frozen=True)
class AnyOf:
    """True when some part is."""

    of: tuple["Condition", ...]


@dataclass(frozen=True)
class Not:
    """Plain negation: true whenever its part is false, also for a missing fact."""

    of: "Condition"


Condition: TypeAlias = Leaf | AllOf | AnyOf | Not

ALWAYS = AllOf(())


def leaves(condition: Condition) -> Iterator[Leaf]:
    """Walk to every comparison."""
    match condition:
        case Leaf():
            yield condition
        case Not(of):
            yield from leaves(of)
        case AllOf(of) | AnyOf(of):
            for part in of:
                yield from leaves(part)
