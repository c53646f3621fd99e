"""中文 names of the record's fields, for messages; a path gives the words a clerk knows."""

from app.cases.intake.problems import Place

FIELDS = {
    "ref": "来件编号",
    "channel": "来源",
    "referral": "移送单位",
    "body": "移送单位名称",
    "letter_number": "来函文号",
    "received_material_on": "收到材料日期",
    "received_on": "登记日期",
    "occurred_on": "发生日期",
    "area": "所在地",
    "place": "发生地点",
    "dispute_type": "纠纷类型",
    "subtype": "具体事由",
    "summary": "纠纷经过",
    "claims": "申请事项",
    "amount": "涉及金额",
    "people_involved": "涉及人数",
    "scope": "双方距离",
    "parties": "当事人",
    "side": "哪一方",
    "kind": "类别",
    "name": "姓名或名称",
    "gender": "性别",
    "ethnicity": "民族",
    "born_on": "出生日期",
    "age": "年龄",
    "id_number": "身份证号",
    "credit_code": "统一社会信用代码",
    "legal_representative": "法定代表人",
    "occupation": "职业或职务",
    "phone": "联系电话",
    "address": "住址",
    "language": "语言",
    "count": "人数",
    "flags": "特殊情形",
    "representative": "代理人或监护人",
    "consents": "是否同意调解",
    "prior_attempts": "此前处理",
    "by": "由谁处理",
    "outcome": "结果",
    "on": "日期",
    "sessions": "调解次数",
    "signals": "风险情形",
    "violence": "暴力情形",
    "casualty": "伤亡情形",
    "accepted_elsewhere": "已由哪个机关受理",
}
WHOLE = "这条记录"
LISTS = frozenset({"parties", "claims", "prior_attempts"})


def say(place: Place) -> str:
    """Name a place: 第1位当事人的联系电话."""
    words = []
    for index, step in enumerate(place):
        if isinstance(step, int):
            continue
        word = FIELDS.get(step, "这一栏")
        after = place[index + 1] if index + 1 < len(place) else None
        if step in LISTS and isinstance(after, int):
            counter = "位" if step == "parties" else "项"
            word = f"第{after + 1}{counter}{word}"
        words.append(word)
    return "的".join(words[-2:]) or WHOLE
