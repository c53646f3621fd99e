"""Whose numbers a county may change without touching a rule: the ladder's days, 以案定补's amounts."""

from enum import StrEnum
from pathlib import Path

from rules import Books, ladder, subsidy


class Numbers(StrEnum):
    """The rules that come with the program and have numbers of the county's own."""

    SUPERVISION = "supervision"
    SUBSIDY = "subsidy"

    @property
    def file(self) -> str:
        """Name their file in a version."""
        return f"{self}/parameters.yaml"

    @property
    def folder(self) -> Path:
        """Name the folder of the rules that use them."""
        return {Numbers.SUPERVISION: ladder.BOOKS, Numbers.SUBSIDY: subsidy.BOOKS}[self]

    @property
    def shipped(self) -> Books:
        """Give the rules with the numbers that come with the program."""
        return {Numbers.SUPERVISION: ladder.books, Numbers.SUBSIDY: subsidy.books}[self]()
