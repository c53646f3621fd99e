"""Which rule the editor has before it: one of a draft, or a new one of a book."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from app.rulebooks.commands import EditRuleFile
from app.rulebooks.editions import Edition, next_path
from app.rulebooks.files import text_sha256
from app.rulebooks.writing import read_text, rule_text
from app.web import door
from app.web.rulebooks.opening import editable
from app.web.rulebooks.sheet import blank, data_of, given
from forms.rule import RuleForm
from rules.rule_file import read_rule
from rules.rulebook import Book, Rule

UNWRITTEN = dict.fromkeys(("title", "because", "reference"), "（还没有写）") | {"certainty": "INF"}


@dataclass(frozen=True)
class Target:
    """A rule's place in a draft; its file may not be there yet."""

    edition: Edition
    book: Book
    path: str
    rule_id: str

    @cached_property
    def text(self) -> str | None:
        """Give the file as it is now."""
        return self.edition.files.get(self.path)

    def form(self) -> RuleForm:
        """Fill the form with the rule, or with what a new one starts from."""
        data = read_text(self.text) if self.text is not None else blank(door.clock().today())
        known = given(data, self.edition.books.vocabulary)
        return RuleForm(formdata=None, **known, seen=text_sha256(self.text))

    def data(self, form: RuleForm) -> dict[str, Any]:
        """Write the form as the rule's data; RuleError where a part cannot be read."""
        author = door.actor().name
        return data_of(form, self.rule_id, author, self.edition.books.vocabulary)

    def rule(self, form: RuleForm, *, is_whole: bool = True) -> Rule:
        """Read the form as a rule, or raise RuleError; half written, without what is not there."""
        data = self.data(form)
        if not is_whole:
            data |= {name: data[name] or word for name, word in UNWRITTEN.items()}
        return read_rule(data, self.edition.books.vocabulary, self.path)

    def command(self, form: RuleForm) -> EditRuleFile:
        """Say the form as a command."""
        text = rule_text(self.data(form))
        seen = form.seen.data or ""
        return EditRuleFile(**self._said(), text=text, seen_sha256=seen)

    def removal(self) -> EditRuleFile:
        """Say that the rule is taken out."""
        return EditRuleFile(**self._said(), text=None)

    def _said(self) -> dict[str, Any]:
        assert self.edition.version is not None  # noqa: S101 (it is editable)
        return door.said() | {"version_id": self.edition.version.id, "path": self.path}


def target_of(version_id: UUID, rule_id: str) -> Target:
    """Find a rule of a draft."""
    edition = editable(version_id)
    book, _rule, path = edition.rule(rule_id)
    return Target(edition, book, path, rule_id)


def new_target(version_id: UUID, name: str) -> Target:
    """Make room for a new rule in a book of a draft."""
    edition = editable(version_id)
    book = edition.book(name)
    return Target(edition, book, *next_path(edition, book))
