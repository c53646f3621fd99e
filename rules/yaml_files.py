"""YAML as a rule author expects it: string keys only, no key twice, errors in Chinese.

YAML 1.1 reads the keys `on`, `no` and `yes` as true or false and lets the last of two equal
keys win in silence; both would change what a rule says.
"""

from pathlib import Path
from typing import Any

import yaml

from rules.vocabulary import RuleError

MAX_BYTES = 100_000
LONGEST = 40  # characters of a number
TAGGED = "constructor for the tag"
UNKNOWN = ("这里读不懂", "请检查缩进、冒号和引号")
SIGNS = {
    "'\\t'": ("用了制表符（Tab）", "缩进请用空格"),
    TAGGED: (
        "用了“!”标签或“<<”",
        "规则文件里只写文字、数字、真假、日期、列表和“键: 值”",
    ),
    "found another document": ("一个文件里有两份（“---”）", "请分成两个文件"),
    "special characters are not allowed": (
        "有看不见的控制字符",
        "请重新录入这一处，或用纯文本另存",
    ),
    "<stream end>": ("没写完就结束了", "请补上括号、引号或后面的内容"),
    "mapping values are not allowed": ("冒号的位置不对", "请检查缩进；文字里有冒号时加引号"),
    "quoted scalar": ("引号没有成对", "请补上引号"),
}  # the English words are those of PyYAML 6


class _Strict(yaml.SafeLoader):
    """A safe loader that refuses ambiguous mappings, tags, and references inside a file."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Refuse aliases: a few lines of them can stand for millions of conditions."""
        event = self.peek_event()  # type: ignore[no-untyped-call]  # (PyYAML says nothing of its types)
        place = f"第 {event.start_mark.line + 1} 行"
        if isinstance(event, yaml.AliasEvent):
            raise RuleError(place, "不能用 * 引用别处", "请写全")
        if getattr(event, "tag", None):
            raise RuleError(place, *SIGNS[TAGGED])
        return super().compose_node(parent, index)


def _mapping(loader: _Strict, node: yaml.MappingNode) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        where = f"第 {key_node.start_mark.line + 1} 行"
        if not isinstance(key, str):
            typed = f" {key_node.value} " if isinstance(key_node, yaml.ScalarNode) else ""
            what = f"键{typed}被 YAML 读成了 {key!r}"
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
    except yaml.YAMLError as error:
        raise _said(error, where) from error
    except RecursionError as error:
        raise RuleError(where, "嵌套得太深", "请拆成几条规则") from error
    except ValueError as error:  # a number or a letter that nobody could read
        raise RuleError(where, f"不是正确的 YAML：{UNKNOWN[0]}", UNKNOWN[1]) from error


def _said(error: yaml.YAMLError, where: str) -> RuleError:
    """Say in Chinese what the reader stumbled over, and where."""
    mark = getattr(error, "problem_mark", None)
    place = where if mark is None else f"{where} 第 {mark.line + 1} 行第 {mark.column + 1} 列"
    problem = f"{getattr(error, 'context', '')} {getattr(error, 'problem', None) or error}"
    what, instead = next((said for sign, said in SIGNS.items() if sign in problem), UNKNOWN)
    return RuleError(place, f"不是正确的 YAML：{what}", instead)


def _day(loader: _Strict, node: yaml.ScalarNode) -> Any:  # noqa: ANN401 (a day, or a moment)
    """Read a day; one that no calendar has is named with its line."""
    try:
        return loader.construct_yaml_timestamp(node)
    except ValueError as error:
        where = f"第 {node.start_mark.line + 1} 行"
        raise RuleError(where, f"没有 {node.value} 这一天", "例如 2026-01-01") from error


def _number(loader: _Strict, node: yaml.ScalarNode) -> int:
    """Read a whole number; one so long that Python will not write it is named with its line."""
    if len(node.value) > LONGEST:
        where = f"第 {node.start_mark.line + 1} 行"
        raise RuleError(where, f"数字有 {len(node.value)} 位", f"最多 {LONGEST} 位")
    return int(loader.construct_yaml_int(node))


def _words(loader: _Strict, node: yaml.ScalarNode) -> str:
    """Read words; half a letter, which no file could hold, is a ValueError."""
    return str(loader.construct_yaml_str(node)).encode().decode()


_Strict.add_constructor("tag:yaml.org,2002:timestamp", _day)
_Strict.add_constructor("tag:yaml.org,2002:str", _words)
_Strict.add_constructor("tag:yaml.org,2002:int", _number)
