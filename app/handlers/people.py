"""Who carries out the commands of committees and the people who serve."""

from app.kernel.bus import Handlers
from app.people import commands as people
from app.people import committees, mediators
from app.people import specialists as specialist_list

HANDLERS: Handlers = {
    people.DissolveCommittee: committees.dissolve_committee,
    people.EndSeat: committees.end_seat,
    people.MakeCommittee: committees.make_committee,
    people.MakeMediator: mediators.make_mediator,
    people.MakeSpecialist: specialist_list.make_specialist,
    people.RetireMediator: mediators.retire_mediator,
    people.RetireSpecialist: specialist_list.retire_specialist,
    people.ReviseCommittee: committees.revise_committee,
    people.ReviseMediator: mediators.revise_mediator,
    people.ReviseSpecialist: specialist_list.revise_specialist,
    people.SeatMember: committees.seat_member,
}
