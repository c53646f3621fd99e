"""Words of committees and the people who serve."""

from app.people.bodies import CommitteeLevel, Post
from app.people.composition import Shortfall
from app.people.tags import Tag as PeopleTag
from app.words.saying import spoken

LABELS = spoken(
    {
        CommitteeLevel: "村（社区） 乡镇（街道） 县中心 行业性",
        Post: "主任 副主任 委员",
        PeopleTag: "设立调委会 更改调委会 撤销调委会 成员就任 成员离任 登记调解员 更改调解员 调解员离任 "
        "登记专家 更改专家 专家退出",
        Shortfall: "人数不符 缺妇女成员 缺人数较少民族成员 缺主任 任期未填 任期超过三年 任期将满 任期已满",
    }
)
