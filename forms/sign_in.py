"""The forms of the front door: signing in, and a new password of one's own."""

from wtforms import HiddenField, PasswordField, StringField
from wtforms.validators import Optional, ValidationError

from app.access.commands import Attempt
from forms.base import Form
from forms.required import missing

LONGEST_LOGIN = 60
LONGEST = 200  # typed characters; the house says which lengths make a password


def secret_field(label: str, autocomplete: str, anchor: str | None = None) -> PasswordField:
    """Ask for a password: never cleaned, never shown again; `anchor` where a page asks twice."""
    more = {"autocomplete": autocomplete, "maxlength": LONGEST, "autocapitalize": "off"}
    return PasswordField(label, validators=[missing], render_kw=more, id=anchor)


class SignInForm(Form):
    """Who, and the password; where to go afterwards comes along unseen."""

    login = StringField(
        "登录名",
        validators=[missing],
        render_kw={
            "autocomplete": "username",
            "maxlength": LONGEST_LOGIN,
            "autocapitalize": "off",
            "spellcheck": "false",
        },
    )
    password = secret_field("密码", "current-password")
    next = HiddenField(validators=[Optional()])
    county = HiddenField(validators=[Optional()])

    def to_attempt(self, address: str | None) -> Attempt:
        """Say it as an attempt to get in."""
        county = self.county.data or None
        return Attempt(self.login.data or "", self.password.data or "", address, county)


class PasswordForm(Form):
    """The password one has, and the new one twice."""

    old_password = secret_field("现在的密码", "current-password")
    new_password = secret_field("新密码", "new-password")
    again = secret_field("再输入一次新密码", "new-password")

    def validate_again(self, field: PasswordField) -> None:
        """Ask for the same password twice."""
        if field.data != self.new_password.data:
            raise ValidationError("两次输入的新密码不一样，请重新输入。")

    def typed(self) -> tuple[str, str]:
        """Give the old and the new password."""
        return self.old_password.data or "", self.new_password.data or ""
