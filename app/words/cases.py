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
        e.Channel: (
            "application=当事人申请 walk_in=来访 online=网上 screening=主动排查 "
            "grid_report=网格员上报 hotline_12345=12345热线 hotline_12348=12348热线 "
            "police=公安移送 court=法院委派委托 procuratorate=检察院移送 petition=信访转来 "
            "other_body=其他部门转来 superior=上级交办 border_partner=毗邻地区"
        ),
        e.DisputeType: (
            "family=婚姻家庭 neighbor=邻里 housing_land=房屋宅基地 contract=合同 "
            "production=生产经营 damage=损害赔偿 forest_grassland=山林土地（含草场） "
            "expropriation=征地拆迁 environment=环境污染 migrant_wages=拖欠农民工工资 "
            "labor=其他劳动争议 tourism=旅游 e_commerce=电子商务 consumer=其他消费 medical=医疗 "
            "traffic=道路交通事故 property_service=物业 intellectual_property=知识产权 other=其他"
        ),
        e.DisputeScope: (
            "same_village=同村 cross_village=跨村 cross_township=跨乡镇 cross_county=跨县 "
            "cross_province=跨省"
        ),
        e.ReferralKind: "before_filing=委派（立案前） after_filing=委托（立案后） transfer=移送",
        e.Side: "applicant=申请人 respondent=被申请人 third=第三人",
        e.PartyKind: (
            "person=个人 group=多人 organization=法人或其他组织 village=村集体 government=政府"
        ),
        e.Gender: "male=男 female=女",
        e.Language: "zh=汉语 bo=藏语 mn=蒙古语 kk=哈萨克语 ug=维吾尔语 other=其他语言",
        e.PartyFlag: (
            "minor=未成年人 elderly=老年人 disabled=残疾人 pregnant=孕妇 migrant_worker=农民工 "
            "no_capacity=无民事行为能力 limited_capacity=限制民事行为能力 low_income=低收入 "
            "left_behind=留守"
        ),
        e.RepresentativeKind: (
            "guardian=监护人 agent_general=一般授权代理人 agent_special=特别授权代理人 "
            "elected=推选代表"
        ),
        e.AttemptBy: (
            "household_head=户长 grid=网格 village=村（社区） township=乡镇 county=县 "
            "industry=行业调委会 police=公安 court=法院 arbitration=仲裁 government=政府 "
            "petition=信访"
        ),
        e.AttemptOutcome: (
            "failed=调解不成 agreed_not_performed=达成协议未履行 refused=拒绝 pending=进行中 "
            "decided=已作决定"
        ),
        e.Violence: (
            "none=无 threat=扬言或推搡 minor_injury=轻微伤 serious_injury=轻伤以上 death=死亡"
        ),
        e.Casualty: "none=无 injury=受伤 death=死亡",
        e.AcceptedElsewhere: (
            "court=法院 arbitration=仲裁 police=公安 government=政府 petition=信访"
        ),
        e.Risk: "blue=蓝色 yellow=黄色 orange=橙色 red=红色",
        e.DeskLevel: "village=村级 township=乡镇级 county=县级",
        e.DeskCommittee: (
            "village=村调委会 township=乡镇调委会 county_center=县矛盾纠纷调解中心 "
            "industry=行业性调委会 joint=联合调解"
        ),
        e.Industry: (
            "medical=医疗 traffic=道路交通 labor=劳动 property_service=物业 family=婚姻家庭 "
            "consumer=消费 tourism=旅游 grassland=草原"
        ),
        e.Organ: (
            "police=公安机关 court=人民法院 procuratorate=人民检察院 "
            "labor_arbitration=劳动人事争议仲裁委 land_arbitration=农村土地承包仲裁委 "
            "labor_inspection=劳动保障监察 township_government=乡镇政府 county_government=县级政府 "
            "superior_government=上一级政府 civil_affairs=民政部门 "
            "discipline_inspection=纪检监察机关 petition_office=信访部门 "
            "market_supervision=市场监管部门 legal_aid=法律援助中心 notary=公证处 "
            "traffic_police=交警部门 health_authority=卫生健康部门 other=其他部门"
        ),
        e.Admissible: "yes=可以调解 no=不属于调解范围 ask=需人工判断",
        e.Outcome: (
            "settled=调解成功 unsettled=调解不成 terminated=终止调解 withdrawn=申请人撤回 "
            "declined=不予受理"
        ),
        Purpose: "contact=联系当事人 identify=核对身份 write_paper=制作文书 refer=移送其他机关",
        e.ConsentForm: "written=书面 oral=口头 telephone=电话",
        CaseTag: (
            "case:stage:moved=转到新阶段 case:consent:given=同意调解 case:consent:refused=拒绝调解 "
            "case:consent:corrected=更正误登的表态 case:rights:told=已告知权利义务 "
            "case:recusal:raised=提出回避 case:recusal:settled=回避已处理 "
            "case:handover:asked=已就转办征求意见 case:handover:offered=提出转办 "
            "case:handover:accepted=接收转办 case:handover:declined=退回转办 "
            "case:handover:taken_back=收回转办 case:referral:sent=移送其他机关 "
            "case:referral:answered=其他机关已答复 case:partner:joined=与毗邻地区联合调解 "
            "case:specialist:invited=邀请专家 case:specialist:released=专家退出 "
            "case:risk:changed=调整风险等级 case:risk:reported=已报告风险 case:closure:closed=结案 "
            "case:closure:archived=归档 case:closure:reopened=撤销结案 "
            "case:party:revealed=查看号码"
        ),
        recusals.RecusalKind: "relation_declared=声明有利害关系 withdrawal_asked=当事人要求更换",
        recusals.RecusalOutcome: "stays=各方同意继续 replaced=更换调解员",
        handovers.HandoverKind: "handover=转办 escalation=提级",
        handovers.HandoverState: (
            "offered=等待答复 accepted=已接收 declined=已退回 taken_back=已收回"
        ),
        handovers.HandoverReason: (
            "failed_sessions=多次调解不成 time_limit=超过期限 high_risk=风险较高 "
            "beyond_committee=超出本级能力 venue=应由当事人所在地办理 industry=属行业性专业性纠纷 "
            "cross_area=跨地区跨单位 other=其他"
        ),
        handovers.PartnerRole: "host=我方主办 assist=我方协办",
        risks.RiskReportKind: "first=首报 follow_up=续报 final=终报",
        risks.ReportMeans: "telephone=电话 in_person=当面 written=书面 online=网上",
        Retention: "five_years=短期（5年） ten_years=长期（10年） thirty_years=30年 permanent=永久",
    }
)
