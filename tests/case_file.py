"""One case on the table: made straight into the rows, so that a test can start in the middle."""

from datetime import date

from sqlalchemy import select

from app.cases.commands import RecordConsent, RecordRightsTold
from app.cases.enums import Channel, ConsentForm, DisputeType, PartyKind, Side
from app.cases.model import Case
from app.cases.parties import Party
from app.cases.records import CaseMediator
from app.cases.stages import Stage
from app.kernel.footprints import Footprint
from app.kernel.ids import new_id
from tests.world import COUNTY, NOW, TODAY, TOWNSHIP, VILLAGE


class CaseFile:
    """What a test does with one case: say commands as named people, look at the rows."""

    def __init__(self, database, world, bus):
        self.database, self.world, self.bus = database, world, bus
        self.id = new_id()
        self.parties = {}

    def say(self, what, /, by="扎西多杰", on=TODAY, key=None, **said):
        """Build a command about this case and give it to the bus."""
        actor = self.world.users[by]
        command = what(county_id=COUNTY, actor_id=actor, on=on, case_id=self.id, **said)
        return self.bus.execute(command, key=key)

    def agree(self, *names, on=TODAY, form=ConsentForm.ORAL, by="扎西多杰"):
        for name in names or self.parties:
            party = self.parties[name]
            self.say(RecordConsent, party_id=party, agrees=True, form=form, on=on, by=by)

    def refuse(self, name, on=TODAY, form=ConsentForm.TELEPHONE, reason="不愿意"):
        party = self.parties[name]
        self.say(RecordConsent, party_id=party, agrees=False, form=form, reason=reason, on=on)

    def tell_rights(self, on=TODAY):
        self.say(RecordRightsTold, party_ids=tuple(self.parties.values()), on=on)

    def open_gate(self, on=TODAY):
        """Do all that the law wants before the first session."""
        self.agree(on=on)
        self.tell_rights(on=on)

    def load(self, session):
        return session.get_one(Case, (COUNTY, self.id))

    def read(self, ask):
        """Ask something of the case as it now stands."""
        with self.database.read() as session:
            return ask(self.load(session))

    def read_with(self, ask):
        """Ask something that takes a session and the case."""
        with self.database.read() as session:
            return ask(session, self.load(session))

    def steps(self):
        """List the moves along the road, oldest first."""
        with self.database.read() as session:
            query = select(Footprint).where(
                Footprint.case_id == self.id, Footprint.tag == "case:stage:moved"
            )
            found = session.scalars(query.order_by(Footprint.position))
            said = [row.details for row in found]
        return [(Stage(one["came_from"]), Stage(one["went_to"])) for one in said]

    def rows(self, model):
        with self.database.read() as session:
            query = select(model).where(model.county_id == COUNTY, model.case_id == self.id)
            return session.scalars(query).all()

    def trail(self):
        """List the tags of the case's footprints, oldest first."""
        with self.database.read() as session:
            query = select(Footprint.tag).where(Footprint.case_id == self.id)
            return [str(tag) for tag in session.scalars(query.order_by(Footprint.position))]

    def last(self):
        """Read the particulars of the case's last footprint."""
        with self.database.read() as session:
            query = select(Footprint).where(Footprint.case_id == self.id)
            return session.scalars(query.order_by(Footprint.position.desc())).first().details


def open_case(database, world, bus, *, mediator="扎西多杰", parties=("才旦", "旦正"), **columns):
    """Put an accepted case of 倒淌河镇 in office hours, with a mediator and two parties."""
    file = CaseFile(database, world, bus)
    columns = {
        "stage": Stage.OFFICE_HOURS, "accepted_on": date(2026, 3, 1),
        "committee_id": world.committees["倒淌河镇"], "desk_level": "township",
        "desk_committee": "township",
    } | columns  # fmt: skip
    with database.write() as session:
        session.add(_case(file, world, columns))
        session.flush()
        for ordinal, name in enumerate(parties, 1):
            session.add(_party(file, ordinal, name))
        if mediator:
            seat = CaseMediator(
                county_id=COUNTY, id=new_id(), case_id=file.id, is_chair=True,
                mediator_id=world.mediators[mediator], since_on=date(2026, 3, 1),
            )  # fmt: skip
            session.add(seat)
    return file


def _case(file, world, columns):
    usual = {
        "number": f"共调〔2026〕{file.id.hex[-6:]}号", "title": "才旦与旦正草场纠纷",
        "channel": Channel.WALK_IN, "sender": "desk", "ref": str(file.id),
        "requested_on": date(2026, 3, 1), "received_on": date(2026, 3, 1),
        "township_code": TOWNSHIP, "village_code": VILLAGE,
        "dispute_type": DisputeType.FOREST_GRASSLAND, "summary": "羊过界吃草",
        "registered_by": world.users["马文祥"], "registered_at": NOW,
    }  # fmt: skip
    return Case(county_id=COUNTY, id=file.id, **(usual | columns))


def _party(file, ordinal, name):
    file.parties[name] = new_id()
    return Party(
        county_id=COUNTY, id=file.parties[name], case_id=file.id, ordinal=ordinal, name=name,
        side=Side.APPLICANT if ordinal == 1 else Side.RESPONDENT, kind=PartyKind.PERSON,
    )  # fmt: skip
