"""Words of agreements and their signatures."""

from app.agreements import enums as a
from app.agreements.findings import Bar
from app.agreements.tags import Tag as AgreementTag
from app.words.saying import spoken

LABELS = spoken(
    {
        a.AgreementForm: "written=书面 oral=口头",
        a.AgreementKind: "final=解决全部争议 interim=先行部分（其余继续调解） process=程序性约定",
        a.SignerRole: (
            "party=当事人 representative=代理人 guardian=监护人 mediator=人民调解员 "
            "recorder=记录人 interpreter=翻译 seal=调委会印章"
        ),
        a.SignatureMethod: (
            "signature=签名 stamp=盖章 fingerprint=按指印 signature_and_fingerprint=签名并按指印 "
            "tablet=手写电子签名（辅助）"
        ),
        a.UrgingWay: "telephone=电话 visit=上门 letter=书面 meeting=当面",
        a.UrgingOutcome: (
            "promised=答应履行 fulfilled=当场履行 cannot=确有困难 disputes_content=对内容有异议 "
            "refused=拒绝履行 out_of_reach=联系不上"
        ),
        a.ConfirmationResult: (
            "pending=法院审查中 confirmed=确认有效 dismissed=驳回申请 withdrawn=撤回申请"
        ),
        a.Effect: "block=须改正 warn=请留意",
        Bar: "confirmation=不能申请司法确认 electronic=只能纸上签名",
        AgreementTag: (
            "agreement:drafted=协议存稿 agreement:concluded=达成协议 agreement:signed=登记签字 "
            "agreement:sealed=加盖印章 agreement:effective=协议生效 agreement:redated=更正生效日期 "
            "agreement:obligation:fulfilled_in_part=部分履行 "
            "agreement:obligation:fulfilled=履行完毕一项 agreement:fulfilled=协议全部履行 "
            "agreement:obligation:fulfillment_withdrawn=撤回履行登记 "
            "agreement:owed_again=协议恢复履行 "
            "agreement:obligation:urged=催促履行 agreement:confirmation:applied=申请司法确认 "
            "agreement:confirmation:answered=司法确认答复"
        ),
    }
)
