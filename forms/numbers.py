"""Identity numbers and telephone numbers: checked as people write them, kept plain."""

import unicodedata

import phonenumbers
from stdnum.cn import ric
from stdnum.exceptions import ValidationError as WrongNumber
from wtforms.validators import StopValidation

from app.kernel.crypto import plain
from forms.fields import TextField


class IdNumberField(TextField):
    """A citizen's identity number (GB 11643): 18 characters with a right check digit."""

    def read(self, words: str) -> str:
        """Read 6325 2119 9003 0212 3x and the like."""
        number = plain(words)
        try:
            return str(ric.validate(number))
        except WrongNumber as error:
            raise StopValidation(
                "身份证号不对：应为 18 位，出生日期和最后一位校验码要相符。没有证件的请留空。"
            ) from error


class PhoneField(TextField):
    """A telephone number in China: mobile, or landline with its area code, as plain digits."""

    def read(self, words: str) -> str:
        """Read 139 7404 1234, 0974-8512345 and +86 forms."""
        folded = unicodedata.normalize("NFKC", words)
        try:
            number = phonenumbers.parse(folded, "CN")
        except phonenumbers.NumberParseException as error:
            raise StopValidation("电话号码不对，请写手机号或带区号的座机号。") from error
        if number.country_code != 86 or not phonenumbers.is_valid_number(number):  # noqa: PLR2004 (China)
            raise StopValidation("电话号码不对，请写手机号，或带区号的座机号，如 0974-8512345。")
        national = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
        return "".join(c for c in national if c.isdigit())
