"""County first: the security boundary, the search prefix and the shard key at once."""

from sqlalchemy import ForeignKeyConstraint, PrimaryKeyConstraint, UniqueConstraint

from app.kernel.columns import Model
from tests.architecture.house import ROOT, load_all

load_all()
KEY = "county_id"
SHARED: frozenset[str] = frozenset()  # small tables copied to every node; none so far
TABLES = sorted(set(Model.metadata.tables) - SHARED)


def keys_of(table):
    """Yield a name and the columns, in order, of each key and index of a table."""
    for constraint in table.constraints:
        if isinstance(constraint, PrimaryKeyConstraint | UniqueConstraint | ForeignKeyConstraint):
            yield str(constraint.name or "foreign key"), [c.name for c in constraint.columns]
    for index in table.indexes:
        yield str(index.name), [getattr(c, "name", str(c)) for c in index.expressions]


def test_every_key_and_index_opens_with_the_county():
    for name in TABLES:
        table = Model.metadata.tables[name]
        assert KEY in table.c, f"{name}：每张表都属于一个县"
        assert not table.c[KEY].nullable
        for key, columns in keys_of(table):
            assert columns[0] == KEY, f"{name}：{key}：第一列必须是 {KEY}，现在是 {columns}"


def test_a_foreign_key_stays_in_its_county():
    for name in TABLES:
        for key in Model.metadata.tables[name].foreign_key_constraints:
            pairs = {element.parent.name: element.column.name for element in key.elements}
            assert pairs[KEY] == KEY, f"{name} → {key.referred_table.name} 越出了本县"


def test_the_tables_of_the_house_are_known():
    assert {"cases", "parties", "case_events", "users"} <= set(TABLES)


def test_every_model_has_its_word_in_the_dictionary():
    dictionary = (ROOT / "docs" / "dictionary.md").read_text(encoding="utf-8")
    missing = sorted(
        mapper.class_.__name__
        for mapper in Model.registry.mappers
        if f"`{mapper.class_.__name__}" not in dictionary
    )
    assert not missing, f"请在 docs/dictionary.md 里给这些表一个词：{missing}"


SNAPSHOTS = {"routing_decisions.facts", "routing_decisions.answer"}  # kept as said, never asked


def test_no_column_hides_others_in_json():
    columns = [column for table in Model.metadata.tables.values() for column in table.c]
    hiding = {str(c) for c in columns if "JSON" in type(c.type).__name__.upper()}
    assert hiding <= SNAPSHOTS, f"{hiding - SNAPSHOTS}：用列，不用 JSON"


def test_no_table_keeps_a_deleted_flag():
    flags = {"is_deleted", "deleted", "deleted_at", "is_active", "active"}
    found = [
        f"{t.name}.{c.name}" for t in Model.metadata.tables.values() for c in t.c if c.name in flags
    ]
    assert not found, f"{found}：状态是一条有人有时间的记录，不是一个标志"
