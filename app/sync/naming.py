"""The Chinese name of each field that a laptop may write."""

import re

NAMES = {
    "on": "日期", "text": "经过", "kind": "种类", "starts": "开始", "ends": "结束", "place": "地点",
    "method": "方式", "result": "结果", "recorder": "记录人", "facts": "纠纷事实",
    "responsibilities": "各方责任", "clauses": "协议内容", "obligations": "履行事项",
    "debtor": "谁履行", "creditor": "向谁履行", "what": "做什么", "amount_fen": "金额",
    "due_on": "期限", "reason": "原因", "outcome": "结果", "because": "理由", "form": "形式",
    "agrees": "同意调解", "number": "编号", "said": "怎么说", "way": "方式", "name": "姓名",
    "phone": "电话", "id_number": "身份证号", "address": "住址", "language": "语言",
    "summary": "什么事", "asked": "问了谁", "details": "详情", "proof": "凭据", "role": "身份",
    "signer": "签名人", "interpreter": "翻译", "remedies_told": "已告知救济途径",
    "guests": "邀请的人", "visitors": "回访人", "measures": "措施", "next_on": "下次日期",
    "asks_public": "要求公开调解", "objection": "不同意公开的", "agreed_on": "各方同意的日期",
    "languages": "说的话", "read_aloud_in": "读给当事人听用的话", "inquirers": "调查人",
    "relation": "与当事人的关系", "manner": "怎么做的", "fulfillment_heard": "履行情况",
    "fulfillment_said": "当事人怎么说", "satisfaction": "满意程度", "satisfaction_asked_by": "谁问的满意程度",
    "later_dispute": "新的矛盾", "hidden_trouble": "隐患", "is_whole": "全部履行", "promised_on": "答应的日期",
    "default_consequence": "逾期怎么办", "has_court_copy": "另给法院一份", "wording": "协议",
    "signatures": "签字", "witness": "见证人", "written_by": "代写人", "is_tablet_agreed": "同意在屏幕上签",
    "code": "文书", "copy": "第几份", "copies": "共几份", "record": "登记", "channel": "来源",
    "received_on": "收到日期", "dispute_type": "纠纷类型", "parties": "当事人", "side": "哪一方",
    "gender": "性别", "ethnicity": "民族", "born_on": "出生日期", "age": "年龄", "credit_code": "统一社会信用代码",
    "legal_representative": "法定代表人", "occupation": "职业", "count": "人数", "flags": "需要照顾的情况",
    "representative": "代理人", "consents": "愿意调解", "referral": "转办", "body": "转办单位",
    "letter_number": "文号", "received_material_on": "材料收到日期", "occurred_on": "发生日期", "subtype": "细类",
    "claims": "请求", "amount": "金额", "people_involved": "涉及人数", "scope": "范围",
    "prior_attempts": "以前的调解", "by": "谁办的", "sessions": "次数", "signals": "风险情形", "violence": "暴力",
    "casualty": "伤亡", "accepted_elsewhere": "别处已受理", "weapons": "携带凶器", "gathering": "聚集",
    "detention": "扣押人或财物", "suicide_threat": "扬言轻生", "domestic_violence": "家庭暴力",
    "minor_harmed": "伤及未成年人", "suspected_crime": "涉嫌犯罪", "suspected_sham": "疑似虚假调解",
    "collective": "群体性", "tenure": "权属争议", "administrative_boundary": "行政区域界线",
    "identity_relation": "身份关系", "administrative_act": "行政行为", "debtor_vanished": "义务人失联",
    "needs_appraisal": "需要鉴定", "online_spread": "网上传播", "religious_site": "涉宗教场所",
    "confidential": "涉密", "authority": "权限", "authority_letter": "委托书",
}  # fmt: skip


def name_of(field: str) -> str:
    """Name a field."""
    return NAMES.get(field, field)


def named(path: str) -> str:
    """Name a field by its path: wording.obligations[1].what is 协议的履行事项2的做什么."""
    said = ""
    for part in re.findall(r"\w+", path):
        joined = "的" if said else ""
        said += str(int(part) + 1) if part.isdecimal() else f"{joined}{name_of(part)}"
    return said
