"""Where one wants the digest."""

from typing import Any

from app.inbox.outgoing.commands import SetAddress
from app.inbox.outgoing.enums import MessageChannel
from forms.base import Form, choice_field, text_field
from forms.spoken import words_of


class AddressForm(Form):
    """A way and an address."""

    channel = choice_field("用什么收", MessageChannel)
    address = text_field("邮箱或手机号", 120)

    def to_command(self, **said: Any) -> SetAddress:  # noqa: ANN401 (who: the page's)
        """Say it as a command."""
        return SetAddress(**said, **words_of(self, "channel", "address"))
