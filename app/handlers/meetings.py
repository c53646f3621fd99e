"""Who carries out the commands of the four clinics."""

from app.kernel.bus import Handlers
from app.meetings import commands as meetings
from app.meetings import consultation, holding, planning, rooms
from app.meetings import consultation_commands as consulting
from app.meetings import room_commands as booking

HANDLERS: Handlers = {
    meetings.CancelMeeting: planning.cancel_meeting,
    consulting.ConcludeConsultation: consultation.conclude_consultation,
    consulting.FulfillCommitment: consultation.fulfill_commitment,
    meetings.HoldMeeting: holding.hold_meeting,
    consulting.InviteBody: consultation.invite_body,
    meetings.InviteGuest: planning.invite_guest,
    consulting.MakeCommitment: consultation.make_commitment,
    meetings.MoveMeeting: planning.move_meeting,
    consulting.NudgeBody: consultation.nudge_body,
    meetings.PlanMeeting: planning.plan_meeting,
    consulting.RecordBodyAnswer: consultation.record_body_answer,
    meetings.RecordInquiry: holding.record_inquiry,
    consulting.RecordOpinion: consultation.record_opinion,
    booking.AddRoom: rooms.add_room,
    booking.BookRoom: rooms.book_room,
    booking.CloseRoom: rooms.close_room,
    booking.ReleaseRoom: rooms.release_room,
}
