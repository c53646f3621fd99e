"""YAML as a rule author expects it: string keys only, no key twice, errors in Chinese.

YAML 1.1 reads the keys `on`, `no` and `yes` as true or false and lets the last of two equal
keys win in silence; both would change what a rule says.
"""

from pathlib import Path
from typing import Any

import yaml

from rules.vocabulary import RuleError

MAX_BYTES = 100_000


class _Strict(yaml.SafeLoader):
    """A safe loader that refuses ambiguous mappings and references inside a file."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Refuse aliases: a few lines of them can stand for millions of conditions."""
        if self.check_event(yaml.AliasEvent):
            raise RuleError("*", "不能用 * 引用别处", "请写全")
        return super().compose_node(parent, index)


def _mapping(loader: _Strict, node: yaml.MappingNode) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        where = f"第 {key_node.start_mark.line + 1} 行"
        if not isinstance(key, str):
            what = f"键 {key_node.value} 被 YAML 读成了 {key!r}"
            raise RuleError(where, what, "请改用别的词或加引号")
        if key in found:
            raise RuleError(where, f"键 {key} 写了两次", "只留一个")
        found[key] = loader.construct_object(value_node, deep=True)
    return found


_Strict.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def read(path: Path) -> dict[str, Any]:
    """Read one mapping from a file; raise RuleError naming the file and the line."""
    where = f"{path.parent.name}/{path.name}"
    data = parse(_text(path, where), where)
    if not isinstance(data, dict):
        raise RuleError(where, "应为“键: 值”的文件", "请参照已有的规则文件")
    return data


def _text(path: Path, where: str) -> str:
    try:
        data = path.read_bytes()
        text = data.decode("utf-8")
    except OSError as error:
        raise RuleError(where, f"读不出来（{error.strerror}）", "请检查文件和权限") from error
    except UnicodeDecodeError as error:
        raise RuleError(where, "不是 UTF-8 文本", "请另存为 UTF-8") from error
    if len(data) > MAX_BYTES:
        raise RuleError(where, f"文件超过 {MAX_BYTES} 字节", "请拆开")
    return text


def parse(text: str, where: str) -> Any:  # noqa: ANN401 (whatever YAML held)
    """Read YAML as strictly as a file; raise RuleError naming the place."""
    try:
        return yaml.load(text, Loader=_Strict)  # noqa: S506 (_Strict is a SafeLoader)
    except RuleError as error:
        place = f"{where} {error.where}"
        raise RuleError(place, error.what, error.instead) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise RuleError(where, f"不是正确的 YAML（{error}）", "请检查缩进、冒号和引号") from error
