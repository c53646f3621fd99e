import pytest

from app.cases.enums import Gender
from app.cases.parties import Party
from app.cases.sealed import seal_phone
from tests.agreements.table import late_bus
from tests.case_file import open_case
from tests.world import COUNTY


@pytest.fixture
def file(database, world, bus):
    """An accepted case whose parties are known as the forms ask for them."""
    file = open_case(database, world, late_bus(bus), file_number="（2026）共倒人调字第1号")
    with database.write() as session:
        for number, party_id in enumerate(file.parties.values()):
            party = session.get_one(Party, (COUNTY, party_id))
            party.gender, party.ethnicity, party.age = Gender.MALE, "藏族", 40 + number
            party.occupation, party.address = "牧民", "共和县倒淌河镇甲乙村"
            seal_phone(party, "13897041234", database.ring)
    return file


@pytest.fixture(scope="session")
def keys(tmp_path_factory):
    """The committees' signing keys, made once: three RSA keys take seconds."""
    return tmp_path_factory.mktemp("keys") / "committee"
