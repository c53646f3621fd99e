"""Strokes from a pad are hostile until checked; what is drawn is ours."""

import json

import pytest

from documents.ink import BadInk, read_ink
from tests.documents.handwriting import HEIGHT, WIDTH, strokes

GOOD = json.loads(strokes("田力"))


def sent(change):
    data = json.loads(strokes("田力"))
    change(data)
    return json.dumps(data).encode()


def setting(name, value):
    return sent(lambda data: data[0]["points"][3].__setitem__(name, value))


BAD = {
    "不是JSON": b"{",
    "不是列表": b'{"a": 1}',
    "空列表": b"[]",
    "嵌套炸弹": b"[" * 100_000 + b"]" * 100_000,
    "过多字节": b"[" + b" " * 400_001 + b"]",
    "笔画过多": json.dumps(GOOD * 101).encode(),
    "点过多": sent(lambda data: data[0]["points"].extend(data[0]["points"] * 300)),
    "空笔画": sent(lambda data: data[0].__setitem__("points", [])),
    "笔画不是对象": sent(lambda data: data.__setitem__(0, 7)),
    "点不是对象": sent(lambda data: data[0]["points"].__setitem__(0, [1, 2])),
    "坐标是文字": setting("x", "12"),
    "坐标是真假": setting("x", json.loads("true")),
    "坐标无穷": strokes("田力").replace(b'"x": 40', b'"x": 1e999', 1),
    "坐标非数": strokes("田力").replace(b'"x": 40', b'"x": NaN', 1),
    "整数无尽": strokes("田力").replace(b'"x": 40', b'"x": 1' + b"0" * 400, 1),
    "坐标在板外": setting("x", WIDTH + 6),
    "时间倒流": setting("time", 5),
    "时间为负": setting("time", -1),
    "时间太远": setting("time", 2**60),
    "缺时间": sent(lambda data: data[0]["points"][3].pop("time")),
    "一点": json.dumps([{"points": [{"x": 1, "y": 1, "time": 0}]}]).encode(),
    "空白横线": json.dumps(
        [{"points": [{"x": 10, "y": y, "time": y * 9} for y in range(100)]}]
    ).encode(),
    "太快": json.dumps([{"points": [{"x": x * 9, "y": 5, "time": x} for x in range(60)]}]).encode(),
}


@pytest.mark.parametrize("raw", BAD.values(), ids=BAD)
def test_bad_strokes_are_refused_in_chinese(raw):
    with pytest.raises(BadInk, match="。"):
        read_ink(raw, WIDTH, HEIGHT)


@pytest.mark.parametrize("size", [(0, 100), (100, -1), (float("nan"), 9), (10**9, 9)])
def test_a_pad_of_no_size_is_refused(size):
    with pytest.raises(BadInk):
        read_ink(strokes("田力"), *size)


def test_the_evidence_is_canonical():
    ink = read_ink(strokes("田力"), WIDTH, HEIGHT)
    again = read_ink(json.dumps(GOOD, indent=3).encode(), WIDTH, HEIGHT)
    assert ink.canonical() == again.canonical()
    assert len(ink.sha256) == 64
    assert ink.sha256 != read_ink(strokes("文山"), WIDTH, HEIGHT).sha256
    assert json.loads(ink.canonical())["strokes"][0][0][2] == 1000  # the time is kept


def test_a_pad_without_pressure_gets_a_middling_pen():
    flat = sent(lambda data: [p.pop("pressure") for s in data for p in s["points"]])
    assert read_ink(flat, WIDTH, HEIGHT).strokes[0][0].pressure == 0.5


def test_one_outline_a_stroke_and_nothing_of_the_browser_s():
    raw = sent(lambda data: data[0].__setitem__("penColor", '"/><script>'))
    ink = read_ink(raw, WIDTH, HEIGHT)
    assert "script" not in ink.svg()
    assert ink.svg().count("<path") == 1
    assert ink.pdf_content().count(b" h") == 2
    assert ink.pdf_content().endswith(b"f Q")
