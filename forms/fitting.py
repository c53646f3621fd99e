"""Which form a post was typed into, found by the names it carries; and every field of that form."""

from collections.abc import Iterator, Sequence

from werkzeug.datastructures import MultiDict
from wtforms import Field, FieldList, FormField
from wtforms.form import BaseForm

from forms.codes import UNSEEN
from forms.form import Form


def fields_of(
    pairs: Sequence[tuple[str, str]], near: Sequence[type[Form]]
) -> Iterator[tuple[str, Field]]:
    """Give every field with its label, of the form that knows most of the names."""
    names = {name for name, _ in pairs} - UNSEEN
    heads = ["", *sorted({name.partition("-")[0] for name in names if "-" in name})]
    known = [(kind, _names(kind), head) for kind in (*near, *kinds()) for head in heads]

    def fit(one: tuple[type[Form], set[str], str]) -> tuple[int, bool, int]:
        kind, has, head = one
        start = f"{head}-" if head else ""
        own = {n.removeprefix(start).partition("-")[0] for n in names if n.startswith(start)}
        return len(own & has), kind in near, -len(has)

    kind, _, head = max(known, key=fit)
    return spoken(kind(formdata=MultiDict(pairs), prefix=head, meta={"csrf": False}))


def spoken(form: BaseForm, over: str = "") -> Iterator[tuple[str, Field]]:
    """Name every field of a form, and of the rows and parts inside it."""
    for field in form:
        own = f"{over}{field.label.text}"
        if isinstance(field, FormField):
            yield from spoken(field.form, f"{own}：")
        elif isinstance(field, FieldList):
            for n, entry in enumerate(field, 1):
                parts = isinstance(entry, FormField)
                yield from spoken(entry.form, f"{own} {n}：") if parts else [(f"{own} {n}", entry)]
        else:
            yield own, field


def kinds(of: type[Form] = Form) -> Iterator[type[Form]]:
    """List every form there is."""
    for kind in of.__subclasses__():
        yield kind
        yield from kinds(kind)


def _names(kind: type[Form]) -> set[str]:
    return {n for n in dir(kind) if hasattr(getattr(kind, n), "_formfield")} - UNSEEN
