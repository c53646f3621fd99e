"""How a name may be typed on a Latin keyboard: whole pinyin and initials, every likely reading."""

import unicodedata
from itertools import islice, product

from pypinyin import Style, pinyin

MOST_SPELLINGS = 8
LONGEST_NAME = 5  # of a person; what is longer is an organization and read the usual way
LONGEST = 20
SURNAMES = {  # as a surname read otherwise than as a word
    "单": "shan", "曾": "zeng", "解": "xie", "仇": "qiu", "查": "zha", "朴": "piao", "任": "ren",
    "区": "ou", "盖": "ge", "翟": "zhai", "缪": "miao", "冼": "xian", "员": "yun", "折": "she",
    "黑": "he", "种": "chong", "召": "shao", "乐": "yue", "繁": "po", "秘": "bi", "覃": "qin",
    "纪": "ji", "洗": "xian", "句": "gou", "能": "nai", "尉": "yu", "宁": "ning", "华": "hua",
    "燕": "yan", "应": "ying", "哈": "ha", "舍": "she", "撒": "sa", "那": "na", "牟": "mu",
}  # fmt: skip
HERE = {  # readings usual in names of this prefecture
    "尕": ("ga",), "藏": ("zang", "cang"), "么": ("me", "mo"), "措": ("cuo",), "结": ("jie",),
    "加": ("jia",), "夏": ("xia",), "角": ("jiao", "jue"), "的": ("de", "di"), "俄": ("e",),
}  # fmt: skip


def spellings(name: str) -> list[str]:
    """List the pinyin and the initials of a name, likeliest first; none without Han characters."""
    han = [c for c in name if "CJK UNIFIED" in unicodedata.name(c, "")]
    if not han or len(han) > LONGEST:
        return []
    if len(han) > LONGEST_NAME:
        readings = [sounds[:1] for sounds in pinyin("".join(han), style=Style.NORMAL)]
    else:
        readings = [_readings(c, is_first=n == 0 and len(han) > 1) for n, c in enumerate(han)]
    whole = [tuple(one) for one in islice(product(*readings), MOST_SPELLINGS)]
    found = ["".join(one) for one in whole] + ["".join(r[0] for r in one) for one in whole]
    return list(dict.fromkeys(found))


def _readings(character: str, *, is_first: bool) -> list[str]:
    read = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    usual = list(HERE.get(character, ())) or (read[0] if read else [])
    surname = [SURNAMES[character]] if is_first and character in SURNAMES else []
    plain = [sound.replace("ü", "v") for sound in (*surname, *usual)]
    return list(dict.fromkeys(plain))[:3]
