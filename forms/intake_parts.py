"""The smaller parts of the intake form: signals, earlier attempts, the body that sent it."""

from wtforms import BooleanField, Form

from app.cases.enums import (
    AcceptedElsewhere,
    AttemptBy,
    AttemptOutcome,
    Casualty,
    ReferralKind,
    Violence,
)
from forms.base import choice_field, text_field
from forms.days import DayField


class SignalsPart(Form):
    """What was said or seen; an empty box is not known, never a no."""

    violence = choice_field("动手或扬言", Violence, required=False)
    casualty = choice_field("事故伤亡", Casualty, required=False)
    accepted_elsewhere = choice_field("已由别处受理", AcceptedElsewhere, required=False)
    weapons = BooleanField("持有器械")
    gathering = BooleanField("聚集或堵路堵门")
    detention = BooleanField("扣人、扣畜、扣物")
    suicide_threat = BooleanField("扬言轻生")
    domestic_violence = BooleanField("家庭暴力")
    minor_harmed = BooleanField("未成年人受侵害")
    suspected_crime = BooleanField("涉嫌犯罪")
    suspected_sham = BooleanField("疑似虚假调解")
    collective = BooleanField("村与村、群体对群体")
    tenure = BooleanField("争权属（土地草场归谁）")
    administrative_boundary = BooleanField("争行政区域界线")
    identity_relation = BooleanField("争婚姻、亲子、收养效力")
    administrative_act = BooleanField("不服行政决定")
    debtor_vanished = BooleanField("欠款人、雇主失联")
    needs_appraisal = BooleanField("需要鉴定")
    online_spread = BooleanField("网上传播")
    religious_site = BooleanField("涉及宗教场所")
    confidential = BooleanField("涉隐私，要求保密")


class AttemptPart(Form):
    """One earlier attempt."""

    by = choice_field("谁处理过", AttemptBy, required=False)
    outcome = choice_field("结果", AttemptOutcome, required=False)
    on = DayField("日期")
    sessions = text_field("调解次数", 3, required=False)


class ReferralPart(Form):
    """The body that sent it, and its letter."""

    body = text_field("哪个单位转来", 200, required=False)
    letter_number = text_field("来函文号", 100, required=False)
    kind = choice_field("方式", ReferralKind, required=False)
    received_material_on = DayField("收到材料日期")
