"""What the desk is told of clauses and papers: the centre's own tables and templates, as data."""

import json
from functools import cache
from typing import Any

from jinja2 import nodes

from app.agreements.findings import Check, checks
from app.agreements.sentences import HIGHEST_DAILY, HIGHEST_PENALTY, HIGHEST_YEARLY
from app.web.assets import lean
from documents.compose import parsed, styles
from documents.papers import MediationAgreement

PAPERS = (MediationAgreement,)


@cache
def clause_checks() -> str:
    """Write the table of clause checks."""
    limits = {"yearly": HIGHEST_YEARLY, "penalty": HIGHEST_PENALTY, "daily": HIGHEST_DAILY}
    rows = [_row(check) for check in checks()]
    return _json({"rows": rows, "limits": {name: float(most) for name, most in limits.items()}})


@cache
def papers() -> str:
    """Write the templates that a browser can print, as trees, with their style sheets."""
    trees, pending = {}, [f"{kind.code}/page.html" for kind in PAPERS]
    while pending:
        name = pending.pop()
        tree = parsed(name)
        trees[name] = _tree(tree)
        pending += [used for used in _used(tree) if used not in trees]
    sheets = {kind.code: lean(styles(kind)) for kind in PAPERS}
    titles = {kind.code: kind.title for kind in PAPERS}
    names = {kind.code: list(kind.sheets) for kind in PAPERS}
    return _json({"trees": trees, "styles": sheets, "titles": titles, "sheets": names})


def _json(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _row(check: Check) -> dict[str, Any]:
    plain = {"code": check.code, "article": check.article, "effect": check.effect.value}
    said = {"says": check.says, "proposes": check.proposes, "predicate": check.predicate}
    patterns = {"pattern": check.pattern, "unless": check.unless}
    told = {name: found.pattern for name, found in patterns.items() if found}
    return {**plain, **said, **told, "looks_at": check.looks_at}


def _used(tree: Any) -> list[str]:  # noqa: ANN401 (a template's tree)
    return [
        one.template.value for kind in (nodes.Import, nodes.Extends) for one in tree.find_all(kind)
    ]


def _tree(node: Any) -> Any:  # noqa: ANN401 (whatever a template's node holds)
    """Write a node as [kind, field, field …], in the order in which Jinja names its fields."""
    if isinstance(node, nodes.Node):
        return [type(node).__name__, *(_tree(getattr(node, name)) for name in node.fields)]
    if isinstance(node, list | tuple):
        return [_tree(one) for one in node]
    return node
