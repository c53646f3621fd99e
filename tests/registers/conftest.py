"""People of the registers: a township's supervisor, an auditor; and cases ready to be counted."""

from datetime import date

import pytest
from sqlalchemy import update

from app.access.roles import Role
from app.agreements.model import Agreement, Obligation
from app.cases.model import Case
from app.cases.stages import Stage
from app.kernel.ids import new_id
from app.people.users import User
from tests.world import COUNTY, NOW, TOWNSHIP


@pytest.fixture
def leaders(database, world):
    """Give the small world a supervisor of 倒淌河镇 and an auditor."""
    posts = {
        "多杰镇长": (Role.TOWNSHIP_SUPERVISOR, TOWNSHIP, world.committees["倒淌河镇"]),
        "审计员": (Role.AUDITOR, None, None),
    }
    with database.write() as session:
        for name, (role, township, committee) in posts.items():
            user = User(
                county_id=COUNTY, id=new_id(), login=name, name=name, role=role,
                must_change_password=False, township_code=township, committee_id=committee,
            )  # fmt: skip
            session.add(user)
            world.users[name] = user.id
    return world


def close(file, outcome, on=date(2026, 3, 20)):
    with file.database.write() as session:
        session.execute(
            update(Case)
            .where(Case.county_id == COUNTY, Case.id == file.id)
            .values(stage=Stage.CLOSED, outcome=outcome, closed_on=on)
        )


def agree(file, *, fen=None, fulfilled_on=None, form="written"):
    with file.database.write() as session:
        agreement = Agreement(
            county_id=COUNTY, id=new_id(), case_id=file.id, ordinal=1, number=f"协{file.id.hex[-8:]}",
            form=form, kind="final", revision=1, concluded_on=date(2026, 3, 18),
            effective_on=date(2026, 3, 18), drafted_by=file.world.users["才让卓玛"], drafted_at=NOW,
        )  # fmt: skip
        session.add(agreement)
        session.flush()
        session.add(
            Obligation(
                county_id=COUNTY, id=new_id(), agreement_id=agreement.id, revision=1, ordinal=1,
                debtor="旦正", creditor="才旦", what="赔偿", amount_fen=fen, manner="现金", place="村委会",
                default_consequence="", due_on=date(2026, 3, 30), fulfilled_on=fulfilled_on,
            )
        )  # fmt: skip
