"""The three people who look after the rules, for tests: they draft, approve, publish."""

from datetime import date

import yaml

from app.access.roles import Role
from app.kernel.ids import new_id
from app.people.users import User
from app.rulebooks.commands import (
    ApproveRulebook,
    CheckRulebook,
    DraftRulebook,
    EditRuleFile,
    PublishRulebook,
    RehearseRulebook,
)
from app.rulebooks.model import RulebookVersion
from app.rulebooks.versions import books_in_force
from tests.world import COUNTY, TODAY

RULE = "20-risk/990-test.yaml"
TEXT = yaml.safe_dump(
    {
        "id": "test", "title": "试写一条", "because": "试写", "reference": "试写", "certainty": "INF",
        "author": "测试", "in_force": {"from": date(2026, 1, 1)}, "rank": 99,
        "when": {"weapons": True}, "then": {"risk": "red"},
    },
    allow_unicode=True,
)  # fmt: skip


class Desk:
    """The three people who look after the rules, and what they say."""

    def __init__(self, database, world, bus):
        self.database, self.bus = database, bus
        self.people = {"负责人": world.users["李主任"], "管理员": world.users["管理员"]}
        with database.write() as session:
            for name in ("起草人", "另一起草人"):
                self.people[name] = world.users[name] = new_id()
                session.add(
                    User(
                        county_id=COUNTY, id=self.people[name], login=name, name=name,
                        role=Role.RULE_AUTHOR, must_change_password=False,
                    )
                )  # fmt: skip

    def say(self, what, by, **said):
        known = {"county_id": COUNTY, "actor_id": self.people[by], "on": TODAY}
        return self.bus.execute(what(**(known | said)))

    def draft(self):
        return self.say(DraftRulebook, "起草人", title="三月修订", reason="试写")

    def edit(self, version, path=RULE, text=TEXT, by="起草人"):
        return self.say(EditRuleFile, by, version_id=version, path=path, text=text)

    def approved(self):
        version = self.draft()
        self.edit(version)
        self.say(CheckRulebook, "起草人", version_id=version)
        self.say(RehearseRulebook, "起草人", version_id=version)
        self.say(ApproveRulebook, "负责人", version_id=version)
        return version

    def publish(self, version, valid_from=TODAY):
        return self.say(PublishRulebook, "管理员", version_id=version, valid_from=valid_from)

    def state(self, version):
        with self.database.read() as session:
            return session.get_one(RulebookVersion, (COUNTY, version)).state

    def books_on(self, day):
        with self.database.read() as session:
            return books_in_force(session, COUNTY, day)
