"""Words of committees and the people who serve."""

from app.people.bodies import CommitteeLevel, Post
from app.people.composition import Shortfall
from app.people.tags import Tag as PeopleTag
from app.words.saying import spoken

LABELS = spoken(
    {
        CommitteeLevel: (
            "village=村（社区） township=乡镇（街道） county_center=县中心 industry=行业性"
        ),
        Post: "director=主任 deputy=副主任 member=委员",
        PeopleTag: (
            "people:committee:made=设立调委会 people:committee:revised=更改调委会 "
            "people:committee:dissolved=撤销调委会 people:member:seated=成员就任 "
            "people:member:left=成员离任 people:mediator:made=登记调解员 "
            "people:mediator:revised=更改调解员 people:mediator:retired=调解员离任 "
            "people:specialist:made=登记专家 people:specialist:revised=更改专家 "
            "people:specialist:retired=专家退出"
        ),
        Shortfall: (
            "size=人数不符 no_woman=缺妇女成员 one_people=缺人数较少民族成员 no_director=缺主任 "
            "term_unknown=任期未填 term_too_long=任期超过三年 term_ending=任期将满 "
            "term_over=任期已满"
        ),
    }
)
