"""Words of a case on its road."""

from app.cases import enums as e
from app.cases import handover_commands as handovers
from app.cases import recusal_commands as recusals
from app.cases import risk_commands as risks
from app.cases.closing_commands import Retention
from app.cases.revealing_commands import Purpose
from app.cases.stages import SAID, Stage
from app.cases.tags import Tag as CaseTag
from app.words.saying import Labels, spoken

STAGES: Labels = {Stage: {stage: said for stage, said in SAID.items()}}  # noqa: C416 (widens the key type)
LABELS = STAGES | spoken(
    {
        e.Channel: "当事人申请 来访 网上 主动排查 网格员上报 12345热线 12348热线 "
        "公安移送 法院委派委托 检察院移送 信访转来 其他部门转来 上级交办 "
        "毗邻地区",
        e.DisputeType: "婚姻家庭 邻里 房屋宅基地 合同 生产经营 损害赔偿 山林土地（含草场） "
        "征地拆迁 环境污染 拖欠农民工工资 其他劳动争议 旅游 电子商务 其他消费 "
        "医疗 道路交通事故 物业 知识产权 其他",
        e.DisputeScope: "同村 跨村 跨乡镇 跨县 跨省",
        e.ReferralKind: "委派（立案前） 委托（立案后） 移送",
        e.Side: "申请人 被申请人 第三人",
        e.PartyKind: "个人 多人 法人或其他组织 村集体 政府",
        e.Gender: "男 女",
        e.Language: "汉语 藏语 蒙古语 哈萨克语 维吾尔语 其他语言",
        e.PartyFlag: "未成年人 老年人 残疾人 孕妇 农民工 无民事行为能力 限制民事行为能力 低收入 留守",
        e.RepresentativeKind: "监护人 一般授权代理人 特别授权代理人 推选代表",
        e.AttemptBy: "户长 网格 村（社区） 乡镇 县 行业调委会 公安 法院 仲裁 政府 信访",
        e.AttemptOutcome: "调解不成 达成协议未履行 拒绝 进行中 已作决定",
        e.Violence: "无 扬言或推搡 轻微伤 轻伤以上 死亡",
        e.Casualty: "无 受伤 死亡",
        e.AcceptedElsewhere: "法院 仲裁 公安 政府 信访",
        e.Risk: "蓝色 黄色 橙色 红色",
        e.DeskLevel: "村级 乡镇级 县级",
        e.DeskCommittee: "村调委会 乡镇调委会 县矛盾纠纷调解中心 行业性调委会 联合调解",
        e.Industry: "医疗 道路交通 劳动 物业 婚姻家庭 消费 旅游 草原",
        e.Organ: "公安机关 人民法院 人民检察院 劳动人事争议仲裁委 农村土地承包仲裁委 "
        "劳动保障监察 乡镇政府 县级政府 上一级政府 民政部门 纪检监察机关 "
        "信访部门 市场监管部门 法律援助中心 公证处 交警部门 卫生健康部门 "
        "其他部门",
        e.Admissible: "可以调解 不属于调解范围 需人工判断",
        e.Outcome: "调解成功 调解不成 终止调解 申请人撤回 不予受理",
        Purpose: "联系当事人 核对身份 制作文书 移送其他机关",
        e.ConsentForm: "书面 口头 电话",
        CaseTag: "转到新阶段 同意调解 拒绝调解 更正误登的表态 已告知权利义务 提出回避 回避已处理 "
        "已就转办征求意见 提出转办 接收转办 退回转办 收回转办 "
        "移送其他机关 其他机关已答复 与毗邻地区联合调解 邀请专家 专家退出 调整风险等级 已报告风险 "
        "结案 归档 撤销结案 查看号码",
        recusals.RecusalKind: "声明有利害关系 当事人要求更换",
        recusals.RecusalOutcome: "各方同意继续 更换调解员",
        handovers.HandoverKind: "转办 提级",
        handovers.HandoverState: "等待答复 已接收 已退回 已收回",
        handovers.HandoverReason: "多次调解不成 超过期限 风险较高 超出本级能力 应由当事人所在地办理 属行业性专业性纠纷 "
        "跨地区跨单位 其他",
        handovers.PartnerRole: "我方主办 我方协办",
        risks.RiskReportKind: "首报 续报 终报",
        risks.ReportMeans: "电话 当面 书面 网上",
        Retention: "短期（5年） 长期（10年） 30年 永久",
    }
)
