"""Checks on single sentences that a pattern cannot express: counts, amounts, rates, sides."""

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from documents.money import in_words

SentencePredicate: TypeAlias = Callable[[str], bool]

LIMITS: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("limits.yaml").read_text(encoding="utf-8")
)
HIGHEST_YEARLY = Decimal(LIMITS["lpr_percent"]) * LIMITS["lpr_times"]
HIGHEST_PENALTY = Decimal(LIMITS["penalty_percent"])
HIGHEST_DAILY = Decimal(LIMITS["penalty_daily_percent"])

FIGURES = r"[0-9][0-9,]*(?:\.[0-9]+)?"
AMOUNT = re.compile(rf"({FIGURES})(万)?元")
PAIR = re.compile(rf"({FIGURES})(万)?元[（(](?:人民币)?大写[:：]?(?:人民币)?([^）)]*)[）)]")
WORDS_TAIL = re.compile(r"元[（(](?:人民币)?大写|[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+[元圆]")
PAYS = re.compile(
    r"(?:支付|给付|付给|付清|偿还|归还|返还|赔偿|补偿|退还)[^。；，]{0,14}(?:款|金|费|钱|损失|工资)"
)
DAILY = re.compile(rf"(?:每日|每天|日)[^。；，]{{0,16}}?({FIGURES})(%|‰)")
PENALTY = re.compile(rf"违约金[^。；，]{{0,16}}?({FIGURES})%|({FIGURES})%[^。；，]{{0,8}}违约金")
YEARLY = re.compile(rf"年(?:利率|利|息|化)[^。；，]{{0,6}}?({FIGURES})%")
MONTHLY = re.compile(
    rf"月(?:利率|利|息)[^。；，]{{0,6}}?({FIGURES}|[一二三四五六七八九十])(%|‰|分|厘)"
)
MONTHLY_SHARE = {"%": Decimal(12), "分": Decimal(12), "‰": Decimal("1.2"), "厘": Decimal("1.2")}
HAN_DIGITS = {word: number for number, word in enumerate("一二三四五六七八九十", 1)}
ANIMAL = re.compile(
    r"(?:牦牛|奶牛|黄牛|犏牛|绵羊|山羊|藏羊|骆驼|骡|马匹|牲畜|(?<!放)牛|羊)"
    r"(?!肉|毛|皮|圈|舍|栏|绒|奶|粪|角)"
)
COUNT = re.compile(r"[0-9一二两三四五六七八九十百千]+\s*(?:头|只|匹|峰|个羊单位|羊单位)")
GIVES = re.compile(r"赔偿|赔付|返还|归还|退还|交付|给付|补偿|送还|抵")
LAND = re.compile(r"草场|草山|草原|牧场|地块|宅基地|承包地|耕地|林地")
BOUNDED = re.compile(
    r"[0-9一二两三四五六七八九十百千]+(?:\.\d+)?\s*(?:亩|公顷|平方米|米|公里)"
    r"|四至|以[^。；]{1,30}为界|界(?:桩|碑|标|线)|示意图|附图|坐标|承包(?:合同|证|经营权证)"
)
DIVIDES = re.compile(r"归|划|界|使用|流转|租|退|让|围栏|恢复|轮牧|放牧")
ELDERS = r"(?:父母|父亲|母亲|爸|妈|老人|公婆|岳父|岳母)"
CHILDREN = r"(?:子女|儿子|女儿|孩子|婚生子|婚生女|未成年)"
WRONG_SUPPORT = re.compile(
    rf"[抚扶]养{ELDERS}|{ELDERS}由[^。；，]{{0,10}}[抚扶]养"
    rf"|[赡扶]养{CHILDREN}|{CHILDREN}由[^。；，]{{0,10}}[赡扶]养"
)


def amounts_in(sentence: str) -> list[Decimal]:
    """List the amounts written in figures, in yuan."""
    return [_yuan(figures, wan) for figures, wan in AMOUNT.findall(sentence)]


def words_differ_from_figures(sentence: str) -> bool:
    """Say whether an amount's capital numerals are not those of its figures."""
    return any(
        _plain_words(words) != _plain_words(_in_words(_yuan(figures, wan)))
        for figures, wan, words in PAIR.findall(sentence)
    )


def no_capital_words(sentence: str) -> bool:
    """Say whether an amount stands only in figures."""
    return bool(AMOUNT.search(sentence)) and not WORDS_TAIL.search(sentence)


def payment_without_amount(sentence: str) -> bool:
    """Say whether a payment is promised without a sum."""
    return bool(PAYS.search(sentence)) and not re.search(
        r"[0-9]|[壹贰叁肆伍陆柒捌玖拾佰仟]", sentence
    )


def livestock_without_count(sentence: str) -> bool:
    """Say whether animals change hands without a number."""
    gives = bool(GIVES.search(sentence) and ANIMAL.search(sentence))
    return gives and not COUNT.search(sentence)


def pasture_without_bounds(sentence: str) -> bool:
    """Say whether a piece of land is dealt with, but not where it ends."""
    dealt = bool(LAND.search(sentence) and DIVIDES.search(sentence))
    return dealt and not BOUNDED.search(sentence)


def usury(sentence: str) -> bool:
    """Say whether a rate of interest is above four times the LPR."""
    yearly = [Decimal(rate.replace(",", "")) for rate in YEARLY.findall(sentence)]
    for rate, unit in MONTHLY.findall(sentence):
        number = Decimal(HAN_DIGITS[rate] if rate in HAN_DIGITS else rate.replace(",", ""))
        yearly.append(number * MONTHLY_SHARE[unit])
    return any(rate > HIGHEST_YEARLY for rate in yearly)


def high_penalty(sentence: str) -> bool:
    """Say whether a penalty is above 30 % of the sum, or 0.1 % a day."""
    if "违约金" not in sentence and "滞纳金" not in sentence:
        return False
    daily = DAILY.findall(sentence)
    for rate, unit in daily:
        if Decimal(rate.replace(",", "")) / (10 if unit == "‰" else 1) > HIGHEST_DAILY:
            return True
    whole = [a or b for a, b in PENALTY.findall(sentence)]
    return not daily and any(Decimal(r.replace(",", "")) > HIGHEST_PENALTY for r in whole)


def support_words_wrong(sentence: str) -> bool:
    """Say whether 抚养, 扶养 or 赡养 is said of the wrong people."""
    return bool(WRONG_SUPPORT.search(sentence))


def _yuan(figures: str, wan: str) -> Decimal:
    try:
        number = Decimal(figures.replace(",", ""))
    except InvalidOperation:
        return Decimal(0)
    return number * 10_000 if wan else number


def _in_words(amount: Decimal) -> str:
    try:
        return in_words(amount)
    except ValueError:
        return ""


def _plain_words(words: str) -> str:
    # 圆 and 元, 正 and 整 are both in use, and 整 may be left out.
    return words.replace("圆", "元").replace("正", "整").removesuffix("整").replace("人民币", "")


SENTENCE: dict[str, SentencePredicate] = {
    "high_penalty": high_penalty,
    "livestock_without_count": livestock_without_count,
    "no_capital_words": no_capital_words,
    "pasture_without_bounds": pasture_without_bounds,
    "payment_without_amount": payment_without_amount,
    "support_words_wrong": support_words_wrong,
    "usury": usury,
    "words_differ_from_figures": words_differ_from_figures,
}
