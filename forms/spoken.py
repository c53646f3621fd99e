"""What a form's fields say, by the names their command uses."""

from typing import Any

from forms.base import Form


def words_of(form: Form, *names: str) -> dict[str, Any]:
    """Give the data of some fields under their own names; ticks as a tuple."""
    data = {name: form[name].data for name in names}
    return {name: tuple(one) if isinstance(one, list) else one for name, one in data.items()}
