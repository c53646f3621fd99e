"""The pages about rules: read aloud, edited row by row, compared, passed on from hand to hand."""

import io
import zipfile
from uuid import UUID

import yaml

from app.rulebooks.files import files_of, shipped_files
from tests.filled import filled
from tests.rule_desk import TEXT
from tests.world import COUNTY, TODAY

MANY = "30-routing/200-many-workers.yaml"


def read(client, path):
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.get_data(as_text=True)


def file_of(desk, version, path):
    with desk.database.read() as session:
        return files_of(session, COUNTY, version)[path]


def test_every_shipped_rule_reads_itself_aloud(desk, as_user):
    client = as_user("起草人")
    assert "本县还没有发布自己的版本" in read(client, "/rulebooks")
    assert "去向" in read(client, "/rulebooks/shipped")
    page = read(client, "/rulebooks/shipped/books/routing")
    assert (
        "当纠纷类型是“拖欠农民工工资”或“其他劳动争议”，并且事故伤亡不是“受伤”或“死亡”，"
        "并且申请人一方人数不少于9人（阈值“归县中心的讨薪人数”）时，级别定为“县级”；"
        "承办组织定为“行业性调委会”。"
    ) in page
    assert "讨薪劳动者在9人以上" in page
    rule = read(client, "/rulebooks/shipped/rules/many-workers")
    assert "依据还不确定：推断或建议，待县里核定" in rule
    assert "四诊项目组" in rule
    assert "公开案例（七例）" in read(client, "/rulebooks/shipped/parameters")
    assert "改这条" not in rule


def test_a_draft_is_begun_edited_row_by_row_and_compared(desk, as_user):
    client = as_user("起草人")
    there = client.post(
        "/rulebooks/drafts", data={"draft-title": "春", "draft-reason": "人多"}
    ).location
    page = read(client, f"{there}/rules/many-workers/form")
    assert "不少于" in page
    assert "阈值：归县中心的讨薪人数" in page
    said = filled(page)
    said["rows-2-param"], said["rows-2-values"] = "", "6"
    along = client.post(f"{there}/rules/many-workers", data=said | {"do": "add-any"})
    assert "申请人一方人数不少于6人，并且事故伤亡不是" in along.get_data(as_text=True)
    assert "并且至少满足一项" in along.get_data(as_text=True)
    saved = client.post(f"{there}/rules/many-workers", data=said)
    assert saved.location == f"{there}/books/routing"
    version = there.rsplit("/", 1)[1]
    kept = yaml.safe_load(file_of(desk, UUID(version), MANY))
    assert kept["when"]["claimant_people"] == {"at_least": 6}
    assert kept["when"]["not"] == {"casualty": ["injury", "death"]}
    assert kept["author"] == "起草人"
    side = read(client, f"{there}/comparison")
    assert "不少于9人" in side
    assert "不少于6人" in side
    assert (
        client.post(f"{there}/rules/many-workers", data=said | {"key": "0" * 32}).status_code == 409
    )


def test_a_rule_that_cannot_be_is_refused_with_place_and_remedy_and_what_was_typed(desk, as_user):
    client, version = as_user("起草人"), desk.draft()
    said = filled(read(client, f"/rulebooks/{version}/rules/many-workers/form"))
    said |= {"rows-2-values": "很多", "rows-2-param": "", "title": "人多的讨薪"}
    answer = client.post(f"/rulebooks/{version}/rules/many-workers", data=said)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "条件 › 申请人一方人数 › 不少于：" in page
    assert "应为整数" in page
    assert "人多的讨薪" in page
    assert "很多" in page
    assert "不认识" not in page
    assert file_of(desk, version, MANY) == shipped_files()[MANY]


def test_a_new_rule_a_threshold_and_a_file(desk, as_user):
    client, version = as_user("起草人"), desk.draft()
    base = f"/rulebooks/{version}"
    said = filled(read(client, f"{base}/books/risk/rules/new"))
    said |= {
        "title": "持械又聚众", "because": "持械又聚众", "reference": "试", "certainty": "INF",
        "rows-0-where": "all", "rows-0-fact": "weapons", "rows-0-word": "yes",
        "rows-1-where": "unless", "rows-1-fact": "scope", "rows-1-word": "in",
        "rows-1-values": ["same_village", "cross_village"],
        "answers-0-output": "risk", "answers-0-value": "red",
        "answers-1-output": "deadlines", "answers-1-value": "T30", "answers-1-days": "2",
        "answers-1-counting": "working_days",
    }  # fmt: skip
    assert client.post(f"{base}/books/risk/rules", data=said).status_code == 303
    kept = yaml.safe_load(file_of(desk, version, "20-risk/360-risk-360.yaml"))
    assert kept["when"] == {"weapons": True, "not": {"scope": ["same_village", "cross_village"]}}
    assert kept["then"]["deadlines"] == [{"name": "T30", "days": 2, "counting": "working_days"}]
    money = {"begins": TODAY.isoformat(), "origin": "县里的文件", "certainty": "F"}
    money |= {"value": "20 万"}
    assert client.post(f"{base}/parameters/consultation_amount", data=money).status_code == 422
    assert (
        client.post(
            f"{base}/parameters/consultation_amount", data=money | {"value": "200,000.50"}
        ).status_code
        == 303
    )
    assert "200,000.50 元" in read(client, f"{base}/parameters")
    old = money | {"value": "3", "begins": "2026-03-01"}
    assert "不能早于今天" in client.post(f"{base}/parameters/group_people", data=old).get_data(
        as_text=True
    )
    text = filled(read(client, f"{base}/files/vocabulary.yaml"))
    wrong = client.post(
        f"{base}/files/vocabulary.yaml", data=text | {"text": "channel: {kind: enmu}"}
    )
    assert wrong.status_code == 422
    assert "enmu" in wrong.get_data(as_text=True)
    assert client.post(f"{base}/rules/risk-360/removal").status_code == 303
    assert client.get(f"{base}/rules/risk-360").status_code == 404


def test_files_go_out_and_come_back_as_a_draft(desk, as_user):
    client = as_user("起草人")
    package = client.get("/rulebooks/shipped/files.zip").data
    said = {
        "import-title": "外来",
        "import-reason": "借用",
        "import-files": (io.BytesIO(package), "a.zip"),
    }
    there = client.post("/rulebooks/imports", data=said).location
    assert "还没有改动" in read(client, there)
    for bad, why in (
        (b"no zip", "不是完整的"),
        (zipped("../x.yaml"), "不是规则文件名"),
        (zipped("10-a/book.yaml"), "不认识这个键"),
    ):
        said = {
            "import-title": "外来",
            "import-reason": "借用",
            "import-files": (io.BytesIO(bad), "a.zip"),
        }
        answer = client.post("/rulebooks/imports", data=said)
        assert answer.status_code == 422
        assert why in answer.get_data(as_text=True)


def test_hand_to_hand_until_it_is_published(desk, as_user):
    author, leader, keeper = as_user("起草人"), as_user("李主任"), as_user("管理员")
    version = desk.draft()
    base = f"/rulebooks/{version}"
    dead = yaml.safe_load(TEXT) | {"when": {"all": [{"weapons": True}, {"not": {"weapons": True}}]}}
    desk.edit(version, text=yaml.safe_dump(dead, allow_unicode=True))
    refused = author.post(f"{base}/check")
    assert refused.status_code == 422
    assert "“试写一条” 永不成立" in refused.get_data(as_text=True)
    clash = yaml.safe_load(TEXT) | {"rank": 50, "when": {"weapons": True}, "then": {"risk": "blue"}}
    rank = shipped_rank("20-risk/250-weapons.yaml")
    desk.edit(version, text=yaml.safe_dump(clash | {"rank": rank}, allow_unicode=True))
    page = author.post(f"{base}/check").get_data(as_text=True)
    assert "互相冲突（风险：蓝色 / 红色）" in page or "互相冲突（风险：红色 / 蓝色）" in page
    assert "这样的案件" in page
    desk.edit(version)
    assert author.post(f"{base}/check").status_code == 303
    early = leader.post(f"{base}/approval")
    assert early.status_code == 409
    assert "预演" in early.get_data(as_text=True)
    assert author.post(f"{base}/rehearsal").status_code == 303
    assert leader.post(f"{base}/approval").status_code == 303
    late = keeper.post(f"{base}/publication", data={"valid_from": "2026-03-01"})
    assert late.status_code == 422
    assert "不能早于今天" in late.get_data(as_text=True)
    assert (
        keeper.post(f"{base}/publication", data={"valid_from": TODAY.isoformat()}).status_code
        == 303
    )
    assert "试写一条" in read(leader, f"{base}/books/risk")
    assert author.get(f"{base}/rules/test/form").status_code == 409
    other = desk.approved()
    twice = keeper.post(f"/rulebooks/{other}/publication", data={"valid_from": TODAY.isoformat()})
    assert twice.status_code == 409
    assert "已有另一个版本生效" in twice.get_data(as_text=True)


def test_whoever_may_not_does_not_and_strangers_see_nothing(desk, as_user):
    version = desk.draft()
    assert as_user("外县人").get(f"/rulebooks/{version}").status_code == 404
    assert as_user("仁青").get("/rulebooks").status_code == 403
    mediator = as_user("才让卓玛")
    assert "起草新版本" not in read(mediator, "/rulebooks")
    assert mediator.get(f"/rulebooks/{version}/rules/court/form").status_code == 403


def shipped_rank(path):
    return yaml.safe_load(shipped_files()[path]).get("rank", 50)


def zipped(name):
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr(name, "x: 1")
    return whole.getvalue()
