"""Enum value → 中文 label: the one place that knows how a word is shown."""

from enum import StrEnum

from app.access.roles import Role
from app.access.tags import Tag as AccessTag
from app.aftercare import enums as revisits
from app.aftercare.tags import Tag as AftercareTag
from app.agreements import enums as a
from app.agreements.findings import Bar
from app.agreements.tags import Tag as AgreementTag
from app.cases import enums as e
from app.cases import handover_commands as handovers
from app.cases import recusal_commands as recusals
from app.cases import risk_commands as risks
from app.cases.closing_commands import Retention
from app.cases.intake.reception import Result
from app.cases.intake.tags import Tag as IntakeTag
from app.cases.revealing_commands import Purpose
from app.cases.stages import SAID, Stage
from app.cases.tags import Tag as CaseTag
from app.deadlines.ledger import Kind
from app.deadlines.model import DeadlineState
from app.deadlines.tags import Tag as DeadlineTag
from app.deadlines.terms import Counting, Extension
from app.dossiers.enums import MediaType, PaperState
from app.dossiers.tags import Tag as DossierTag
from app.meetings import enums as m
from app.meetings.tags import Tag as MeetingTag
from app.people.bodies import CommitteeLevel, Post
from app.people.composition import Shortfall
from app.people.tags import Tag as PeopleTag
from app.places.tags import Tag as PlaceTag
from app.registers.lines import Basis
from app.rulebooks.model import VersionState
from app.rulebooks.tags import Tag as RulebookTag
from app.supervision.ladder import NudgeTo, RungName
from app.supervision.tags import Tag as SupervisionTag

LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {}


def _say(words: type[StrEnum], labels: str) -> None:
    LABELS[words] = dict(zip(words, labels.split(), strict=True))


def label(word: StrEnum) -> str:
    """Say an enum's value in Chinese."""
    return LABELS[type(word)][word]


def choices(words: type[StrEnum]) -> list[tuple[str, str]]:
    """List an enum's values with their labels, in order."""
    return [(word.value, label) for word, label in LABELS[words].items()]


LABELS[Stage] = {stage: said for stage, said in SAID.items()}  # noqa: C416 (widens the key type)
_say(revisits.RevisitKind, "履行后回访 重大案件回访 另行回访")
_say(revisits.RevisitManner, "上门 电话 到会")
_say(revisits.Satisfaction, "很满意 满意 一般 不满意")
_say(revisits.FulfillmentHeard, "已全部履行 按期履行中 部分履行 没有履行")
_say(AftercareTag, "安排回访 调整回访 登记回访")
_say(PaperState, "未出具 已定稿 已打印 已签章 已收入")
_say(MediaType, "PDF JPEG图片 PNG图片")
_say(DossierTag, "出具文书 打印文书 扫描件入卷 外来材料入卷")
_say(a.AgreementForm, "书面 口头")
_say(a.AgreementKind, "解决全部争议 先行部分（其余继续调解） 程序性约定")
_say(a.SignerRole, "当事人 代理人 监护人 人民调解员 记录人 翻译 调委会印章")
_say(a.SignatureMethod, "签名 盖章 按指印 签名并按指印 手写电子签名（辅助）")
_say(a.UrgingWay, "电话 上门 书面 当面")
_say(a.UrgingOutcome, "答应履行 当场履行 确有困难 对内容有异议 拒绝履行 联系不上")
_say(a.ConfirmationResult, "法院审查中 确认有效 驳回申请 撤回申请")
_say(a.Effect, "须改正 请留意")
_say(Bar, "不能申请司法确认 只能纸上签名")
_say(
    AgreementTag,
    "协议存稿 达成协议 登记签字 加盖印章 协议生效 更正生效日期 部分履行 履行完毕一项 "
    "协议全部履行 催促履行 申请司法确认 司法确认答复",
)
_say(
    e.Channel,
    "当事人申请 来访 网上 主动排查 网格员上报 12345热线 12348热线 "
    "公安移送 法院委派委托 检察院移送 信访转来 其他部门转来 上级交办 "
    "毗邻地区",
)
_say(
    e.DisputeType,
    "婚姻家庭 邻里 房屋宅基地 合同 生产经营 损害赔偿 山林土地（含草场） "
    "征地拆迁 环境污染 拖欠农民工工资 其他劳动争议 旅游 电子商务 其他消费 "
    "医疗 道路交通事故 物业 知识产权 其他",
)
_say(e.DisputeScope, "同村 跨村 跨乡镇 跨县 跨省")
_say(e.ReferralKind, "委派（立案前） 委托（立案后） 移送")
_say(e.Side, "申请人 被申请人 第三人")
_say(e.PartyKind, "个人 多人 法人或其他组织 村集体 政府")
_say(e.Gender, "男 女")
_say(e.Language, "汉语 藏语 蒙古语 哈萨克语 维吾尔语 其他语言")
_say(e.PartyFlag, "未成年人 老年人 残疾人 孕妇 农民工 无民事行为能力 限制民事行为能力 低收入 留守")
_say(e.RepresentativeKind, "监护人 一般授权代理人 特别授权代理人 推选代表")
_say(e.AttemptBy, "户长 网格 村（社区） 乡镇 县 行业调委会 公安 法院 仲裁 政府 信访")
_say(e.AttemptOutcome, "调解不成 达成协议未履行 拒绝 进行中 已作决定")
_say(e.Violence, "无 扬言或推搡 轻微伤 轻伤以上 死亡")
_say(e.Casualty, "无 受伤 死亡")
_say(e.AcceptedElsewhere, "法院 仲裁 公安 政府 信访")
_say(e.Risk, "蓝色 黄色 橙色 红色")
_say(e.DeskLevel, "村级 乡镇级 县级")
_say(e.DeskCommittee, "村调委会 乡镇调委会 县矛盾纠纷调解中心 行业性调委会 联合调解")
_say(e.Industry, "医疗 道路交通 劳动 物业 婚姻家庭 消费 旅游 草原")
_say(
    e.Organ,
    "公安机关 人民法院 人民检察院 劳动人事争议仲裁委 农村土地承包仲裁委 "
    "劳动保障监察 乡镇政府 县级政府 上一级政府 民政部门 纪检监察机关 "
    "信访部门 市场监管部门 法律援助中心 公证处 交警部门 卫生健康部门 "
    "其他部门",
)
_say(e.Admissible, "可以调解 不属于调解范围 需人工判断")
_say(e.Outcome, "调解成功 调解不成 终止调解 申请人撤回 不予受理")
_say(Purpose, "联系当事人 核对身份 制作文书 移送其他机关")
_say(e.ConsentForm, "书面 口头 电话")
_say(
    CaseTag,
    "转到新阶段 同意调解 拒绝调解 已告知权利义务 提出回避 回避已处理 "
    "已就转办征求意见 提出转办 接收转办 退回转办 收回转办 "
    "移送其他机关 其他机关已答复 与毗邻地区联合调解 邀请专家 专家退出 调整风险等级 已报告风险 "
    "结案 归档 查看号码",
)
_say(
    IntakeTag,
    "登记 再次来件并入 分流 改派 受理 不予受理 指定调解员 更正案情 补登当事人 更正当事人 登记代理人 "
    "填写去向单位",
)
_say(Result, "已登记 不予受理 重复来件 不合格")
_say(recusals.RecusalKind, "声明有利害关系 当事人要求更换")
_say(recusals.RecusalOutcome, "各方同意继续 更换调解员")
_say(handovers.HandoverKind, "转办 提级")
_say(handovers.HandoverState, "等待答复 已接收 已退回 已收回")
_say(
    handovers.HandoverReason,
    "多次调解不成 超过期限 风险较高 超出本级能力 应由当事人所在地办理 属行业性专业性纠纷 "
    "跨地区跨单位 其他",
)
_say(handovers.PartnerRole, "我方主办 我方协办")
_say(risks.RiskReportKind, "首报 续报 终报")
_say(risks.ReportMeans, "电话 当面 书面 网上")
_say(Retention, "短期（5年） 长期（10年） 30年 永久")
_say(m.MeetingKind, "坐班门诊 进村出诊 集体会诊 上门复诊")
_say(m.MeetingState, "已安排 已举行 已取消")
_say(m.Method, "面对面 背对背 电话 视频 现场")
_say(m.MeetingResult, "调解成功 调解不成 有待继续调解")
_say(m.Attending, "当事人 调解员 邀请人员 专家 翻译")
_say(m.GuestKind, "亲属 邻里 同事 有专门知识或特定经验的人 社会组织 有威望的人")
_say(
    m.Flaw,
    "案件已结案后补报 当事人拒绝后仍调解 已取消后又举行 案件不在这个阶段 缺当事人同意 "
    "未告知权利义务 未指定调解员 回避未处理 邀请人员未征得各方同意 未注明用当事人语言宣读 "
    "未注明翻译 未约定下次日期",
)
_say(m.BodyAnswer, "未回 已确认 不能参加")
_say(m.Conclusion, "形成方案 再议 转其他途径")
_say(
    MeetingTag,
    "安排调解 调解改期 取消调解 举行调解 补充调解记录 邀请参加 调查取证 "
    "发出会诊通知 单位答复会诊 催办会诊 记录会诊意见 记录会诊承诺 会诊承诺已办 形成会诊纪要",
)
_say(
    Role,
    "网格员 村级调解员 乡镇调解员 县中心调解员 受理登记员 乡镇负责人 "
    "县中心负责人 行业专家 规则起草人 系统管理员 审计员 系统",
)
_say(CommitteeLevel, "村（社区） 乡镇（街道） 县中心 行业性")
_say(Post, "主任 副主任 委员")
_say(Kind, "中止 恢复 延长 缩短")
_say(Counting, "自然日 工作日")
_say(Extension, "不得延长 各方同意 负责人批准")
_say(DeadlineState, "进行中 已完成 已取消")
_say(DeadlineTag, "期限起算 期限内完成 期限取消 期限变更")
_say(RungName, "到期前提醒 今天到期 逾期提醒 说明原因 督办单 约谈")
_say(NudgeTo, "承办人 负责人")
_say(SupervisionTag, "到期提醒")
_say(
    PlaceTag,
    "导入行政区划 设网格 更改网格 撤网格 设联户组 更改联户组",
)
_say(
    PeopleTag,
    "设立调委会 更改调委会 撤销调委会 成员就任 成员离任 登记调解员 更改调解员 调解员离任 "
    "登记专家 更改专家 专家退出",
)
_say(
    AccessTag,
    "登录 退出 登录失败 多次失败暂停登录 退出其他设备 更改密码 重置密码 越权被拒 "
    "建账号 改岗位 停用账号 恢复账号 准许程序接入 收回程序接入",
)
_say(
    Shortfall,
    "人数不符 缺妇女成员 缺人数较少民族成员 缺主任 任期未填 任期超过三年 任期将满 任期已满",
)
_say(Basis, "受理口径 办结口径")
_say(VersionState, "起草中 已检查 已复核 已发布 已撤回")
_say(RulebookTag, "起草规则 修改规则 检查规则 复核规则 发布规则 撤回规则")
