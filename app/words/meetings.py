"""Words of the four clinics."""

from app.meetings import enums as m
from app.meetings.tags import Tag as MeetingTag
from app.words.saying import spoken

LABELS = spoken(
    {
        m.MeetingKind: "坐班门诊 进村出诊 集体会诊 上门复诊",
        m.MeetingState: "已安排 已举行 已取消",
        m.Method: "面对面 背对背 电话 视频 现场",
        m.MeetingResult: "调解成功 调解不成 有待继续调解",
        m.Attending: "当事人 调解员 邀请人员 专家 翻译",
        m.GuestKind: "亲属 邻里 同事 有专门知识或特定经验的人 社会组织 有威望的人",
        m.Flaw: "案件已结案后补报 当事人拒绝后仍调解 已取消后又举行 案件不在这个阶段 缺当事人同意 "
        "未告知权利义务 未指定调解员 回避未处理 邀请人员未征得各方同意 未注明用当事人语言宣读 "
        "未注明翻译 未约定下次日期",
        m.BodyAnswer: "未回 已确认 不能参加",
        m.Conclusion: "形成方案 再议 转其他途径",
        MeetingTag: "安排调解 调解改期 取消调解 举行调解 补充调解记录 邀请参加 调查取证 "
        "发出会诊通知 单位答复会诊 催办会诊 记录会诊意见 记录会诊承诺 会诊承诺已办 形成会诊纪要 "
        "登记会诊室 停用会诊室 订会诊室 退订会诊室",
    }
)
