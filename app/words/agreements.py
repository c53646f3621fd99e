"""Words of agreements and their signatures."""

from app.agreements import enums as a
from app.agreements.findings import Bar
from app.agreements.tags import Tag as AgreementTag
from app.words.saying import spoken

LABELS = spoken(
    {
        a.AgreementForm: "书面 口头",
        a.AgreementKind: "解决全部争议 先行部分（其余继续调解） 程序性约定",
        a.SignerRole: "当事人 代理人 监护人 人民调解员 记录人 翻译 调委会印章",
        a.SignatureMethod: "签名 盖章 按指印 签名并按指印 手写电子签名（辅助）",
        a.UrgingWay: "电话 上门 书面 当面",
        a.UrgingOutcome: "答应履行 当场履行 确有困难 对内容有异议 拒绝履行 联系不上",
        a.ConfirmationResult: "法院审查中 确认有效 驳回申请 撤回申请",
        a.Effect: "须改正 请留意",
        Bar: "不能申请司法确认 只能纸上签名",
        AgreementTag: "协议存稿 达成协议 登记签字 加盖印章 协议生效 更正生效日期 部分履行 履行完毕一项 "
        "协议全部履行 催促履行 申请司法确认 司法确认答复",
    }
)
