"""Words of the four clinics."""

from app.meetings import enums as m
from app.meetings.tags import Tag as MeetingTag
from app.words.saying import spoken

LABELS = spoken(
    {
        m.MeetingKind: (
            "office_hours=坐班门诊 village_visit=进村出诊 joint_consultation=集体会诊 "
            "home_follow_up=上门复诊"
        ),
        m.MeetingState: "planned=已安排 held=已举行 cancelled=已取消",
        m.Method: "face_to_face=面对面 back_to_back=背对背 telephone=电话 video=视频 on_site=现场",
        m.MeetingResult: "settled=调解成功 unsettled=调解不成 to_be_continued=有待继续调解",
        m.Attending: "party=当事人 mediator=调解员 guest=邀请人员 specialist=专家 interpreter=翻译",
        m.GuestKind: (
            "relative=亲属 neighbor=邻里 colleague=同事 skilled=有专门知识或特定经验的人 "
            "social_organization=社会组织 respected=有威望的人"
        ),
        m.Flaw: (
            "case_closed=案件已结案后补报 after_refusal=当事人拒绝后仍调解 "
            "after_cancelling=已取消后又举行 off_the_road=案件不在这个阶段 "
            "without_consent=缺当事人同意 rights_not_told=未告知权利义务 "
            "without_mediator=未指定调解员 recusal_open=回避未处理 "
            "guest_unagreed=邀请人员未征得各方同意 not_read_aloud=未注明用当事人语言宣读 "
            "without_interpreter=未注明翻译 no_next_day=未约定下次日期"
        ),
        m.BodyAnswer: "waiting=未回 confirmed=已确认 declined=不能参加",
        m.Conclusion: "plan_made=形成方案 talk_again=再议 other_way=转其他途径",
        MeetingTag: (
            "meeting:session:planned=安排调解 meeting:session:moved=调解改期 "
            "meeting:session:cancelled=取消调解 meeting:session:held=举行调解 "
            "meeting:session:supplemented=补充调解记录 meeting:guest:invited=邀请参加 "
            "meeting:inquiry:recorded=调查取证 meeting:body:invited=发出会诊通知 "
            "meeting:body:answered=单位答复会诊 meeting:body:nudged=催办会诊 "
            "meeting:body:opinion_given=记录会诊意见 meeting:commitment:made=记录会诊承诺 "
            "meeting:commitment:fulfilled=会诊承诺已办 meeting:consultation:concluded=形成会诊纪要 "
            "meeting:room:added=登记会诊室 meeting:room:closed=停用会诊室 "
            "meeting:room:booked=订会诊室 meeting:room:released=退订会诊室"
        ),
    }
)
