"""Pages of sessions, their records and joint consultations."""

from app.web.meetings import (
    body,
    consultation,
    inquiries,
    meeting,
    meetings,
    nudges,
    record,
    room,
    sheets,
    specialists,
)

PAGES = (
    body.page,
    consultation.page,
    inquiries.page,
    meeting.page,
    meetings.page,
    nudges.page,
    record.page,
    room.page,
    sheets.page,
    specialists.page,
)
