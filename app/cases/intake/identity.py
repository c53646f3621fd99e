"""Identity numbers and phones: checked by their own rules, kept in one spelling.

GB 11643: 17 digits and a check character. The place in the number is not checked: divisions change,
and the county has people from everywhere.
"""

from datetime import date

import phonenumbers
from stdnum.cn import ric
from stdnum.exceptions import ValidationError

from app.cases.enums import Gender

REGION = "CN"
LENGTH = 18


def read_id_number(text: str) -> str:
    """Give an identity number in its one spelling; ValueError says what is wrong."""
    number = ric.compact(text)
    if len(number) != LENGTH or not _digits(number[:-1]) or not _digits(number[-1], also="X"):
        raise ValueError("应是 18 位数字（末位可以是 X），请对照证件核对")
    if number[-1] != ric.calc_check_digit(number):
        raise ValueError("校验位不对，至少有一位抄错了，请对照证件核对")
    try:
        ric.get_birth_date(number)
    except ValidationError as error:
        raise ValueError("里的出生日期不是日历上的日期，请对照证件核对") from error
    return number


def birth_of(number: str) -> date:
    """Say the birth day that a correct identity number carries."""
    born: date = ric.get_birth_date(number)
    return born


def gender_of(number: str) -> Gender:
    """Say the gender that a correct identity number carries."""
    return Gender.MALE if int(number[16]) % 2 else Gender.FEMALE


def read_phone(text: str) -> str:
    """Give a phone in its one spelling (13897412345, 0974-8512345); ValueError says why not."""
    try:
        number = phonenumbers.parse(text, REGION)
    except phonenumbers.NumberParseException as error:
        raise ValueError("不是电话号码，请核对") from error
    if not phonenumbers.is_valid_number(number):
        raise ValueError("位数或号段不对；手机 11 位，固定电话请带区号，如 0974-8512345")
    if phonenumbers.region_code_for_number(number) != REGION:
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return _chinese(number)


def _chinese(number: phonenumbers.PhoneNumber) -> str:
    national = phonenumbers.national_significant_number(number)
    area = phonenumbers.length_of_national_destination_code(number)
    kind = phonenumbers.number_type(number)
    extension = f"-{number.extension}" if number.extension else ""
    if kind is phonenumbers.PhoneNumberType.FIXED_LINE and area:
        return f"0{national[:area]}-{national[area:]}{extension}"
    return f"{national}{extension}"


def _digits(text: str, *, also: str = "") -> bool:
    return all(c in f"0123456789{also}" for c in text)
