"""Amounts in words (大写金额), as banks and courts read them."""

from decimal import ROUND_HALF_UP, Decimal

DIGITS = "零壹贰叁肆伍陆柒捌玖"
PLACES = ("", "拾", "佰", "仟")
UNITS = ((10**8, "亿"), (10**4, "万"))
LARGEST = Decimal("9999999999999999.99")
FEN = Decimal("0.01")


def in_words(amount: Decimal) -> str:
    """Write an amount of yuan in capital numerals: 1020.5 → 壹仟零贰拾元伍角整.

    Whole fen only, 0 ≤ amount < 10^16; 整 follows yuan and jiao, never fen; 零 stands once for a
    run of zeros inside, and between yuan and fen when there is no jiao (支付结算办法, annex 1).
    """
    exact = amount.quantize(FEN, ROUND_HALF_UP)
    if exact != amount or not 0 <= exact <= LARGEST:
        message = f"金额{amount}不是以分为最小单位的非负数，无法写成大写；请改正金额。"
        raise ValueError(message)
    fen = int(exact * 100)
    yuan, cents = divmod(fen, 100)
    if fen == 0:
        return "零元整"
    return (_integer(yuan) + "元" if yuan else "") + _cents(cents, has_yuan=yuan > 0)


def in_figures(amount: Decimal) -> str:
    """Write an amount in figures with separators, fen only when there are some: 1,020 or 0.50."""
    return f"{amount:,.2f}".removesuffix(".00")


def _integer(number: int) -> str:
    for unit, name in UNITS:
        if number >= unit:
            high, low = divmod(number, unit)
            gap = "零" if 0 < low < unit // 10 else ""
            return _integer(high) + name + gap + _integer(low)
    return _below_ten_thousand(number)


def _below_ten_thousand(number: int) -> str:
    words, pending_zero = "", False
    for place in reversed(range(4)):
        digit = number // 10**place % 10
        if digit == 0:
            pending_zero = bool(words)
            continue
        words += ("零" if pending_zero else "") + DIGITS[digit] + PLACES[place]
        pending_zero = False
    return words


def _cents(cents: int, *, has_yuan: bool) -> str:
    jiao, fen = divmod(cents, 10)
    if cents == 0:
        return "整"
    if fen == 0:
        return f"{DIGITS[jiao]}角整"
    if jiao:
        return f"{DIGITS[jiao]}角{DIGITS[fen]}分"
    return f"零{DIGITS[fen]}分" if has_yuan else f"{DIGITS[fen]}分"
