"""What the desk says by itself is what the centre says: clause checks, papers, amounts."""

import dataclasses
import hashlib
import json
from decimal import Decimal

import pytest

from app.agreements.checks import examine
from app.agreements.circumstances import Circumstances, PartySeen
from app.agreements.commands import Wording
from documents import compose
from documents.money import in_figures, in_words
from documents.papers import BilingualClause, Clause, MediationAgreement, ObligationLine, PartyBlock
from documents.samples import sample
from tests.agreements.table import WORDS
from tests.agreements.test_checks import BLOCKED, LEFT_ALONE, WARNED
from tests.offline.harness import Centre

pytestmark = pytest.mark.browser
CLAUSES = [clause for _, clause in (*BLOCKED, *WARNED)] + LEFT_ALONE
NAMES = ("才旦", "旦正")
BEYOND = {
    "identity_case",
    "minor_without_guardian",
    "incapable_without_guardian",
    "general_representative",
    "refused",
}


@pytest.fixture(scope="module")
def desk(browser, tmp_path_factory):
    centre = Centre(tmp_path_factory.mktemp("centre")).start()
    page = browser.new_page()
    page.goto(f"{centre.address}/desk")
    yield page
    page.close()
    centre.kill()


def asked(page, module, expression, given):
    return page.evaluate(
        f"(given) => import('/static/desk/{module}.js').then(async (m) => {expression})", given
    )


def plain(value):
    return json.loads(json.dumps(dataclasses.asdict(value), default=str))


def test_the_desk_finds_in_a_clause_what_the_centre_finds(desk):
    seen = Circumstances(parties=tuple(PartySeen(name=name) for name in NAMES))
    wordings = [Wording(facts="事实", clauses=(clause,)) for clause in CLAUSES] + [WORDS]
    theirs = asked(
        desk, "checks",
        "{ const table = await m.checks(); const seen = m.seenIn({ parties: given.names.map((name) => ({ name })) });"
        " return given.wordings.map((one) => m.examine(table, one, seen).map((found) => found.said)); }",
        {"wordings": [plain(one) for one in wordings], "names": NAMES},
    )  # fmt: skip
    for wording, said in zip(wordings, theirs, strict=True):
        ours = [one.said for one in examine(wording, seen) if one.check.code not in BEYOND]
        assert said == ours, wording.clauses


AMOUNTS = [
    0,
    1,
    9,
    10,
    15,
    99,
    100,
    105,
    150,
    102000,
    102050,
    1000001,
    10000000,
    100100000,
    120340005600,
    99999999999,
]


def test_the_desk_writes_amounts_as_the_centre_does(desk):
    theirs = asked(desk, "money", "given.map((fen) => [m.inWords(fen), m.inFigures(fen)])", AMOUNTS)
    ours = [[in_words(Decimal(fen) / 100), in_figures(Decimal(fen) / 100)] for fen in AMOUNTS]
    assert theirs == ours


def one_paper(**said):
    paper = sample(MediationAgreement.code)
    return dataclasses.replace(paper, check_code="", **said)


PAPERS = {
    "sample": {},
    "interpreter": {"bilingual": BilingualClause(translator="卓玛"), "court_copy": True, "copies": 4},
    "nothing_left": {"obligations": (), "confirmable": False, "number": ""},
    "doubtful": {
        "facts": '他说：<b>“不赔”</b> & style="x"\n电话13800000421，共12345678901234567890元。',
        "clauses": (Clause("付0.50元，{{ number }}"),),
        "committee": 'a"b\\委员会',
        "obligations": (ObligationLine(debtor="王小山", creditor="", what="付款", amount=Decimal("0.5")),),
    },
    "many": {
        "parties": tuple(
            PartyBlock(name=f"村民{n}", kind="organization" if n % 3 else "person", representative="甲" if n % 2 else "")
            for n in range(8)
        ),
        "copies": 9,
    },
}  # fmt: skip


@pytest.mark.parametrize("name", PAPERS)
def test_the_desk_fills_the_same_page_with_the_same_hash(desk, name):
    paper = one_paper(**PAPERS[name])
    data = json.loads(compose.canonical(paper))
    given = {key: value for key, value in data.items() if key not in {"code", "title"}}
    text, sha = asked(
        desk, "paper",
        "[(await m.pageOf('mediation_agreement', given)).text, await m.contentHash('mediation_agreement', given)]",
        given,
    )  # fmt: skip
    assert text == compose.html(paper)
    assert sha == hashlib.sha256(compose.canonical(paper)).hexdigest()
