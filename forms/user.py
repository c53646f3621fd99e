"""Forms about accounts."""

from enum import StrEnum
from typing import Any

from app.access.commands import ChangeRole, MakeUser
from app.access.roles import Role
from app.words import LABELS
from forms.base import Form, text_field
from forms.codes import CodeField
from forms.picks import PickField
from forms.required import missing
from forms.sign_in import secret_field
from forms.spoken import words_of

POST = ("committee_id", "mediator_id", "specialist_id", "village_code")
ROLES = [(role.value, said) for role, said in LABELS[Role].items() if role is not Role.SYSTEM]


class PostForm(Form):
    """A role, and the committee, person or village it is bound to."""

    role = CodeField("岗位", validators=[missing])
    committee_id = PickField("所在调委会")
    mediator_id = PickField("对应的调解员")
    specialist_id = PickField("对应的行业专家")
    village_code = CodeField("所在村（社区）")


class RoleForm(PostForm):
    """Another post for somebody; who changes it proves again who they are."""

    old_password = secret_field("您本人的密码", "current-password")

    def to_command(self, **said: Any) -> ChangeRole:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        role: StrEnum = Role(self.role.data)
        return ChangeRole(**said | words_of(self, *POST, "seen_version"), role=Role(role))


class UserForm(PostForm):
    """A new account."""

    login = text_field("登录名", 60)
    name = text_field("姓名", 60)

    def to_command(self, **said: Any) -> MakeUser:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return MakeUser(**said | words_of(self, "login", "name", *POST), role=Role(self.role.data))


class ProofForm(Form):
    """One's own password once more, before something grave."""

    old_password = secret_field("您本人的密码", "current-password", "proof-password")
