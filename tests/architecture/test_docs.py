"""What the documents say exists, exists."""

import re

import click
import pytest

from tests.architecture.house import ROOT, short, tracked

DOCS = [path for path in tracked() if path.suffix == ".md"]
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")
FILE = re.compile(
    r"`((?:app|rules|forms|documents|tests|docs|tools|contract|data|bench|migrations)/[\w./-]+)`"
)
COMMAND = re.compile(r"flask --app wsgi ([a-z]+(?: [a-z]+)*)")


@pytest.mark.parametrize("pattern", [LINK, FILE], ids=["链接", "路径"])
def test_every_file_that_a_document_names_is_there(pattern):
    missing = [
        f"{short(doc)}：{name}"
        for doc in DOCS
        for name in pattern.findall(doc.read_text(encoding="utf-8"))
        if not any((home / name).exists() for home in (doc.parent, ROOT))
    ]
    assert not missing, missing


def test_every_command_that_a_document_names_is_there(bare_app):
    unknown = [
        f"{short(doc)}：{said}"
        for doc in DOCS
        for said in COMMAND.findall(doc.read_text(encoding="utf-8"))
        if not knows(bare_app.cli, said.split())
    ]
    assert not unknown, unknown


def knows(group, words):
    """Say whether a command line leads to a command; what follows a command is its own."""
    found = group.commands.get(words[0])
    if isinstance(found, click.Group):
        return len(words) > 1 and knows(found, words[1:])
    return found is not None
