"""Every way in is guarded: each route names what it needs, or says that it is public."""

import re

import pytest

from app.access.permissions import Permission

# Blueprints that may open a door to strangers; those of the API ask for a token instead of a cookie.
PUBLIC = {
    "api_cases",
    "api_intake",
    "api_openapi",
    "calendar_feeds",
    "health",
    "offline_check",
    "sign_in",
    "upload_check",
    "verify",
    "village",
    "village_tables",
}
NOUN = re.compile(r"^(?:[a-z0-9.]+(?:-[a-z0-9]+)*|<(?:[a-z_]+:)?[a-z_]+>)$")


@pytest.fixture(scope="module")
def rules(bare_app):
    return [rule for rule in bare_app.url_map.iter_rules() if rule.endpoint != "static"]


def test_each_route_declares_what_it_needs(bare_app, rules):
    for rule in rules:
        view = bare_app.view_functions[rule.endpoint]
        assert hasattr(view, "needs"), f"{rule}：请用 @requires(…) 或 @public 声明"
        assert view.needs is None or isinstance(view.needs, Permission), str(rule)


def test_only_a_few_doors_are_public(bare_app, rules):
    for rule in rules:
        if bare_app.view_functions[rule.endpoint].needs is None:
            assert rule.endpoint.split(".")[0] in PUBLIC, f"{rule} 对所有人开放；有必要吗？"


def test_urls_are_nouns_in_kebab_case(rules):
    for rule in rules:
        for part in str(rule).strip("/").split("/"):
            assert not part or NOUN.match(part), f"{rule}：{part}"


def test_ids_in_urls_are_typed(rules):
    for rule in rules:
        for part in re.findall(r"<([^>]+)>", str(rule)):
            assert ":" in part or not part.endswith("id"), f"{rule}：写成 <uuid:{part}>"


def test_nothing_changes_on_reading(rules):
    for rule in rules:
        changing = rule.methods - {"GET", "HEAD", "OPTIONS"}
        reading = rule.methods & {"GET"}
        assert not (changing and reading), f"{rule}：读与写分成两个函数"
