"""What a record's own words give away: keyword tests, done here so that no rule reads free text.

They are hints and deliberately few. A keyword that is denied ("没有堵路") does not count. Place
names, surnames and goods that hold a keyword (龙羊峡, 牛某, 牛肉面) are taken out first.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

NAMES = re.compile(
    r"龙羊峡|羊卓雍|[牛羊马](?=某|[甲乙丙丁]某?)|[牛羊](?=肉|奶|皮|毛|绒|杂|水栓|仔裤|角尖|市)|黄牛(?=票)|(?<=吹)牛"
)
# How far back a denial or a thing that blocks may stand: without a limit a long text took a minute.
REACH = 24
DENIAL = re.compile(r"(没有|没|未|无|并非|不存在|不曾|否认)[^，。；,;]{0,6}$")

LIVESTOCK = re.compile(r"牛|羊|牲畜|骆驼|马匹|匹马|马群|马驹|骡子|放牧")
LOST_ANIMAL = re.compile(
    r"走失|丢失|丢了|不见了|归属|认出|认领|混(群|进|入|到)|归还[^，。；]{0,8}(牛|羊|马|牲畜)"
)
ON_THE_GROUND = re.compile(
    r"界线|地界|边界|通道|排水|宅基地|围栏|建房|遮挡|滴水|采光|庄稼|作物|玉米|青稞|油菜|草场|草山|鱼塘"
    r"|水渠|沟渠|院墙|围墙|过道|巷道|田埂|牧道|界桩|界碑"
)
FARM_SUPPLIES = re.compile(
    r"种子|种苗|谷种|拌种|薯种|草籽|农药|除草剂|杀虫剂|化肥|肥料|复合肥|地膜|农资|饲料|兽药|疫苗"
)
# Seed bought on credit is a debt; only a harvest or a herd that suffered needs the farm bureau.
SUFFERED = re.compile(
    r"减产|绝收|[不没未]出(苗|芽)|出(苗|芽)率|死苗|烧苗|药害|枯|发黄|受损|受害|死亡|死了|假冒|伪劣|假种|质量|过期|失效"
)
DISORDER = re.compile(
    r"停尸|(停放|摆放|抬)[^，。；]{0,4}(尸体|遗体)|(尸体|遗体)[^，。；]{0,4}(停放|摆放|抬到)|[设搭摆]了?(灵堂|灵棚|花圈)"
    r"|围堵|阻工|拉(起|着|了)?横幅|闹丧|医闹|打砸"
)
BLOCKED = re.compile(
    r"堵(住|了|住了)?(?!在)[^，。；水沟渠]{0,5}(路|门)|[把将][^，。；水沟渠]{0,8}(路|门)[^，。；]{0,4}堵"
    r"|(路|门)[^，。；]{0,2}被[^，。；]{0,6}堵|拦路|拦(住|下)?[^，。；]{0,2}车"
)
# Between neighbors a blocked way is the quarrel itself, and rubble or a wall is no crowd; people are.
BUILT = re.compile(
    r"(墙|砌|围栏|栏杆|[堆码]|种树|挖|建房|盖房|水|石|土|泥|雪|渣|塌|垮|[停放]在)[^，。；,;]{0,12}$"
)
CROWD = re.compile(
    r"家属(?![院楼区])|亲属|亲友|群众|村民(们|自发|集体)|工人|民工|业主们?|多[人名户]|[十百]余?几?[多来余]?[人名户]|聚集|集体"
)
BETWEEN_NEIGHBORS = ("neighbor", "housing_land")
UNSTABLE_MIND = re.compile(
    r"精神(障碍|失常|失控|病)|酗酒|[发撒耍]酒疯|(酒后|醉酒|喝醉)[^，。；]{0,4}(闹事|滋事|打|砸|骂)"
)

OFFICIAL = r"(干部|书记|村主任|村长|公职|领导|官员|民警|法官|贪污|受贿|索贿|侵占|挪用)"
ACCUSATION = re.compile(
    rf"(举报|检举|控告)[^，。；]{{0,20}}{OFFICIAL}|(查处|追究)[^，。；]{{0,12}}(贪污|受贿|索贿|挪用)"
)
PUNISHMENT = re.compile(r"追究[^，。；]{0,12}刑事责任|判刑|坐牢|抓起来|拘留对方")
ADMINISTRATION = re.compile(
    r"工伤认定|认定(为)?工伤|[补征缴][^，。；]{0,8}(社保|社会保险|养老保险)|(社保|社会保险)[^，。；]{0,6}[补征缴]"
)
ELECTION = re.compile(
    r"选举[^，。；]{0,4}(无效|结果)|撤销[^，。；]{0,8}选举|重新选举|重选|罢免[^，。；]{0,8}(主任|委员|村委|居委)"
)
STATUS = re.compile(
    r"离婚(?![后时前期])|解除(婚姻|收养)|婚姻(无效|关系)|撤销婚姻|确认[^，。；]{0,6}(亲子|父子|母子|父女|母女|收养)关系"
)
# One claim often asks for several things: "离婚并分割财产".
DEMANDS = re.compile(
    r"[，,、；;。]|并(?![非不])|以及|同时|[和及与](?=分|抚养|子女|孩子|财产|彩礼|返还|赔|补偿|支付|归还)"
)
CIVIL = re.compile(
    r"赔|补偿|返还|退[还回钱款]|归还|支付|给付|付清|分割|平分|抚养|赡养|扶养|探[望视]|彩礼|嫁妆|财产|债务|[^缴]费$|道歉"
)
NOT_FOR_MEDIATION = (ACCUSATION, PUNISHMENT, ADMINISTRATION, STATUS, ELECTION)


def text_facts(record: Mapping[str, Any]) -> dict[str, bool | None]:
    """Read the summary, the sub-type and the claims; "other_claims" is None without any claim."""
    claims = [_clean(claim) for claim in record.get("claims") or ()]
    told = _clean(f"{record.get('subtype') or ''}。{record['summary']}。{'。'.join(claims)}")
    has_livestock = says(LIVESTOCK, told)
    return {
        "livestock": has_livestock,
        "ownership_of_animal": has_livestock and says(LOST_ANIMAL, told),
        "bad_farm_supplies": says(FARM_SUPPLIES, told) and says(SUFFERED, told),
        "on_the_ground": says(ON_THE_GROUND, told),
        "disorder": says(DISORDER, told) or _is_blocked(told, record.get("dispute_type")),
        "unstable_mind": says(UNSTABLE_MIND, told),
        "accuses_official": says(ACCUSATION, told),
        "seeks_punishment": any(says(PUNISHMENT, claim) for claim in claims),
        "seeks_administration": any(says(ADMINISTRATION, claim) for claim in claims),
        "contests_election": any(says(ELECTION, claim) for claim in claims),
        "other_claims": _has_other(claims),
    }


def says(pattern: re.Pattern[str], text: str, unless: re.Pattern[str] | None = None) -> bool:
    """Say whether the text holds a match that nothing before it in its clause takes back."""
    starts = (match.start() for match in pattern.finditer(text))
    before = (text[max(0, start - REACH) : start] for start in starts)
    return any(
        not DENIAL.search(words) and not (unless and unless.search(words)) for words in before
    )


def _has_other(claims: Iterable[str]) -> bool | None:
    claims = list(claims)
    if not claims:
        return None
    return any(_is_civil(claim) for claim in claims)


def _is_civil(claim: str) -> bool:
    """Say whether a claim asks for something that may be mediated, alone or beside other things."""
    demands = [each for each in DEMANDS.split(claim) if each]
    civil = [each for each in demands if not any(says(p, each) for p in NOT_FOR_MEDIATION)]
    if len(civil) == len(demands):
        return not any(says(p, claim) for p in NOT_FOR_MEDIATION)
    return any(says(CIVIL, each) for each in civil)


def _is_blocked(told: str, dispute_type: str | None) -> bool:
    if says(CROWD, told):
        return says(BLOCKED, told)
    return dispute_type not in BETWEEN_NEIGHBORS and says(BLOCKED, told, unless=BUILT)


def _clean(text: str) -> str:
    return NAMES.sub("", text)
