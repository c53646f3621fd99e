"""Enum value → 中文 label: the one place that knows how a word is shown, one file a subject."""

from enum import StrEnum

from app.words import (
    access,
    aftercare,
    agreements,
    cases,
    deadlines,
    dossiers,
    inbox,
    intake,
    meetings,
    messages,
    people,
    places,
    registers,
    rescue,
    rota,
    rulebooks,
    screenings,
    supervision,
    sync,
)
from app.words.saying import Labels

SUBJECTS = (
    access,
    aftercare,
    agreements,
    cases,
    deadlines,
    dossiers,
    inbox,
    intake,
    meetings,
    messages,
    people,
    places,
    registers,
    rescue,
    rota,
    rulebooks,
    screenings,
    supervision,
    sync,
)

LABELS: Labels = {kind: labels for subject in SUBJECTS for kind, labels in subject.LABELS.items()}

TAGS = {
    tag.value: said
    for kind, labels in LABELS.items()
    if kind.__name__ == "Tag"
    for tag, said in labels.items()
}


def label(word: StrEnum) -> str:
    """Say an enum's value in Chinese."""
    return LABELS[type(word)][word]


def label_of_tag(tag: str) -> str:
    """Say a footprint's tag in Chinese; an unknown one as it stands."""
    return TAGS.get(tag, tag)


def tags_called(said: str) -> tuple[str, ...]:
    """List the tags that are said so in Chinese, or where none is, those with the words in them."""
    exactly = tuple(tag for tag, word in TAGS.items() if word == said)
    return exactly or tuple(tag for tag, word in TAGS.items() if said in word)


def choices(words: type[StrEnum]) -> list[tuple[str, str]]:
    """List an enum's values with their labels, in order."""
    return [(word.value, label) for word, label in LABELS[words].items()]
