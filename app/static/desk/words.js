// What the desk says of a row and of itself. Never a bare 已保存: always where it is now.
export const HERE = "写在这台电脑里，还没交到中心";

export function stateOf(row) {
  if (row.dropped && row.status === "done") return ["", "不要了；中心只知道这个号没有用"];
  if (row.dropped) return ["amber", "不要了，不交；中心还不知道，交以前可以拿回来"];
  if (row.odd === "receipt") return ["red", "中心的回执和这一条对不上，还在这台电脑里；请联系中心"];
  if (row.odd === "key_reused") return ["red", "这个号中心已经有别的记录用了，没有收；还在这台电脑里，请按“换个号再交”"];
  if (row.odd === "upgrade_needed" && row.status === "waiting") return ["amber", "工作台要先换成新版才能交；还在这台电脑里"];
  if (row.odd === "retry" && row.status === "waiting") return ["amber", "中心这一次没能收下，过一会儿自动再交；还在这台电脑里"];
  if (row.again && row.status === "waiting") return ["amber", "中心从备份恢复过，要再交一次；还在这台电脑里"];
  if (row.carried && row.status === "waiting") return ["amber", "封存过一份带走，中心还没有回话；也还在这台电脑里"];
  if (row.status === "waiting" && row.tries) return ["amber", "交过，中心还没有回话；还在这台电脑里"];
  if (row.status === "waiting") return ["amber", HERE];
  if (row.status === "conflict") return ["red", "中心收下了，但和中心现在的情况不一致，要有人处理"];
  if (row.status === "rejected") return ["red", "中心收下了，但没有采用；请看原因，改好后另写一条"];
  return ["green", "中心已收下"];
}

export const TYPES = {
  "meeting.hold": "调解记录",
  "inquiry.record": "调查记录",
  "revisit.record": "回访记录",
  "obligation.fulfill": "履行记录",
  "obligation.urge": "催促记录",
  "consent.record": "是否愿意调解",
  "rights.tell": "告知权利义务",
  "agreement.draft": "协议草稿",
  "agreement.finalize": "协议定稿",
  "agreement.conclude": "达成协议",
  "agreement.oral": "口头协议",
  "agreement.sign": "协议签字",
  "agreement.seal": "协议盖章",
  "note.add": "随手记",
  "paper.print": "离线打印",
  "intake.register": "登记纠纷",
  "record.withdraw": "登记纠纷（不要了）",
  "party.correct": "更正当事人",
};

export const NEEDS = {
  "sign-in": "要先重新登录，才能交到中心。",
  other: "现在登录的是另一个人，这里的记录不会用别人的名字交。请换成本人登录。",
  forbidden: "您的岗位不能从下乡工作台交记录，请联系管理员。",
  password: "要先换一次登录密码，才能交到中心。",
  stopped: "中心停用了这台电脑，案情已经从这里清除。",
};

// The names of what two sides may differ in; what is not here is shown under its own name.
export const FIELDS = {
  name: "姓名", phone: "电话", id_number: "身份证号", address: "住址", language: "说什么话", field: "改哪一项", was: "带走时写的", now: "现在",
  facts: "事实", responsibilities: "责任", clauses: "协议内容", obligations: "履行事项", interpreter: "翻译人", revision: "第几稿", number: "编号",
  has_court_copy: "另给法院一份", default_consequence: "逾期怎么办", outcome: "结果", because: "理由", remedies_told: "已告知救济途径", wording: "协议",
  stage: "环节", version: "第几次改动", status: "情况", by: "谁改的", at: "什么时候", on: "哪一天", text: "内容", recorder: "记录人", changes: "更正",
  what: "做什么", debtor: "谁履行", creditor: "向谁履行", due_on: "哪天以前", manner: "怎么做", place: "在哪里", reason: "原因", title: "案件",
};

export const SIDES = { applicant: "申请人", respondent: "被申请人", third: "第三人" };
export const RISKS = { blue: "蓝", yellow: "黄", orange: "橙", red: "红" };

export function whyNotWritten(error) {
  const full = /quota|space|IOError|UnknownError|DataError/i.test(`${error?.name} ${error?.message} ${error?.inner?.name}`);
  return full
    ? "没有写进去：这台电脑存不下了。请不要关闭本页，腾出空间，或先把前面的记录交到中心，再按一次。"
    : "没有写进去。请不要关闭本页，再按一次；还不行就先用纸记下来，并联系中心。";
}
