"""Keywords in what people say: few, and not when they are denied or part of a name."""

from time import process_time

import pytest

from app.cases.text_facts import text_facts

SAID = [
    ("livestock", "一头牦牛走失", True),
    ("livestock", "在龙羊峡镇租房，和牛某争吵", False),
    ("disorder", "家属堵路堵门", True),
    ("disorder", "家属没有堵路", False),
    ("disorder", "没有报警，家属堵路", True),
    ("accuses_official", "举报村主任贪污草场补偿款", True),
    ("accuses_official", "举报邻居占道", False),
    ("on_the_ground", "为地界争吵", True),
    ("on_the_ground", "为借款争吵", False),
    ("unstable_mind", "有人酗酒闹事", True),
    ("disorder", "亲属把遗体停放在医院门口", True),
    ("disorder", "家属在卫生院设了灵棚", True),
    ("disorder", "工人堵住了项目部大门", True),
    ("disorder", "村民拦下施工车阻工", True),
    ("disorder", "邻居砌墙堵路，车进不去", False),
    ("disorder", "在门前堆石头堵了门", False),
    ("disorder", "水渠堵了", False),
    ("disorder", "堵住水沟淹了路", False),
    ("disorder", "院墙垮了，砖石堵了邻居的路", False),
    ("disorder", "大雪堵了门", False),
    ("disorder", "村民自发用矿石把厂里的路两头堵了", True),
    ("disorder", "大门被三十多名工人堵了", True),
    ("disorder", "堵在路上没赶上开会", False),
    ("livestock", "牛肉面馆转让，羊毛衫不退", False),
    ("livestock", "羊肉的钱没付，羊也没还", True),
    ("unstable_mind", "丈夫酒后打砸", True),
    ("unstable_mind", "请客喝酒，酒钱没付", False),
    ("ownership_of_animal", "十只羊混进邻居羊群，对方不还", True),
    ("ownership_of_animal", "钱包丢了", False),
    ("on_the_ground", "邻居的院墙越过界桩", True),
    ("bad_farm_supplies", "买的青稞种子不出苗", True),
    ("bad_farm_supplies", "打了除草剂，油菜全枯了", True),
    ("bad_farm_supplies", "赊的化肥钱没有还", False),
    ("bad_farm_supplies", "羊吃了留作饲料的玉米秆", False),
    ("bad_farm_supplies", "天旱减产，租金付不出", False),
]


@pytest.mark.parametrize(("fact", "summary", "wanted"), SAID)
def test_a_keyword_counts_unless_it_is_denied_or_in_a_name(fact, summary, wanted):
    assert text_facts({"summary": summary})[fact] is wanted


@pytest.mark.parametrize(
    ("dispute_type", "summary", "wanted"),
    [
        ("neighbor", "邻居把车停在门口堵了大门", False),
        ("contract", "对方用车堵了大门讨债", True),
        ("neighbor", "邻居叫来十几名亲友堵了大门", True),
        ("housing_land", "拦住拉砖的车不让过", False),
    ],
)
def test_between_neighbors_a_blocked_way_is_the_quarrel_and_no_crowd(dispute_type, summary, wanted):
    said = text_facts({"summary": summary, "dispute_type": dispute_type})
    assert said["disorder"] is wanted


@pytest.mark.parametrize(
    ("claims", "wanted"),
    [
        ([], None),
        (["选举无效，重新选举"], False),
        (["离婚"], False),
        (["离婚", "分割羊群"], True),
        (["追究对方刑事责任"], False),
        (["请求离婚，孩子由我抚养"], True),
        (["离婚和分割牛羊"], True),
        (["离婚后抚养费每月一千元"], True),
        (["追究刑事责任并赔偿医药费"], True),
        (["认定工伤，补缴社保费"], False),
        (["查处村主任贪污草场补偿款"], False),
        (["撤销村委会选举"], False),
        (["拆除围墙，让出过道"], True),
    ],
)
def test_claims_that_can_be_mediated_are_told_from_those_that_cannot(claims, wanted):
    assert text_facts({"summary": "略", "claims": claims})["other_claims"] is wanted


def test_a_long_text_full_of_keywords_is_read_at_once():
    claims = ["没有堵路" * 500] * 50
    began = process_time()
    assert text_facts({"summary": "没有堵路" * 2000, "claims": claims})["disorder"] is False
    assert process_time() - began < 5  # it took 54 seconds
