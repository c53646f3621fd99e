"""Footprint tag → what must follow, in the same transaction."""

from collections.abc import Sequence

from app.aftercare.planning import plan_as_promised, plan_revisits, replan_revisits
from app.aftercare.tags import Tag as AftercareTag
from app.agreements.following import follow_effect, follow_redating
from app.agreements.tags import Tag as AgreementTag
from app.cases.findable import follow_words
from app.cases.intake.tags import Tag as IntakeTag
from app.cases.tags import Tag as CaseTag
from app.deadlines.following import (
    end_on_archiving,
    end_on_closure,
    end_on_decline,
    resume_on_reopening,
    start_on_acceptance,
    start_on_decision,
    withdraw_on_revocation,
)
from app.deadlines.tags import Tag as DeadlineTag
from app.inbox.following import (
    settle_with_order,
    settle_with_term,
    tell_of_danger,
    tell_of_decided_swap,
    tell_of_evaluation,
    tell_of_nudge,
    tell_of_objection,
    tell_of_offer,
    tell_of_order,
    tell_of_recount,
    tell_of_swap,
    tell_of_trouble,
)
from app.kernel.bus import Reaction
from app.meetings.following import cancel_with_the_case
from app.rota.tags import Tag as RotaTag
from app.rulebooks.tags import Tag as RulebookTag
from app.supervision.beside import look_again
from app.supervision.tags import Tag as SupervisionTag
from app.supervision.tick import watch_deadline
from app.sync.custody import end_with_closing, end_with_handover

REACTIONS: dict[str, Sequence[Reaction]] = {
    IntakeTag.REGISTERED: (follow_words,),
    IntakeTag.TOLD_AGAIN: (follow_words,),
    IntakeTag.PARTICULARS_CORRECTED: (follow_words,),
    IntakeTag.PARTY_ADDED: (follow_words,),
    IntakeTag.PARTY_CORRECTED: (follow_words,),
    IntakeTag.ACCEPTED: (follow_words, start_on_acceptance),
    IntakeTag.DECLINED: (end_on_decline,),
    IntakeTag.ACCEPTANCE_REVOKED: (follow_words, withdraw_on_revocation),
    CaseTag.CLOSED: (end_on_closure, cancel_with_the_case, end_with_closing),
    CaseTag.HANDOVER_ACCEPTED: (end_with_handover,),
    CaseTag.ARCHIVED: (end_on_archiving,),
    CaseTag.HANDOVER_OFFERED: (tell_of_offer,),
    CaseTag.REOPENED: (resume_on_reopening,),
    CaseTag.RISK_CHANGED: (tell_of_danger,),
    IntakeTag.ROUTED: (start_on_decision, tell_of_danger),
    RotaTag.SWAP_OFFERED: (tell_of_swap,),
    RotaTag.SWAP_ACCEPTED: (tell_of_swap,),
    RotaTag.SWAP_DECLINED: (tell_of_swap,),
    RotaTag.SWAP_WITHDRAWN: (tell_of_swap,),
    RotaTag.SWAP_DECIDED: (tell_of_decided_swap,),
    RotaTag.SWAP_OBJECTED: (tell_of_objection,),
    RulebookTag.PUBLISHED: (look_again,),
    AftercareTag.FILE_EVALUATED: (tell_of_evaluation,),
    AftercareTag.HELD: (tell_of_trouble,),
    DeadlineTag.STARTED: (watch_deadline,),
    DeadlineTag.MET: (settle_with_term,),
    DeadlineTag.CANCELLED: (settle_with_term,),
    DeadlineTag.ENTERED: (watch_deadline,),
    DeadlineTag.RESUMED: (watch_deadline,),
    DeadlineTag.RECOUNTED: (watch_deadline, tell_of_recount),
    SupervisionTag.NUDGED: (tell_of_nudge,),
    SupervisionTag.ORDER_ISSUED: (tell_of_order,),
    SupervisionTag.ORDER_ANSWERED: (tell_of_order,),
    SupervisionTag.ORDER_SENT_BACK: (tell_of_order,),
    SupervisionTag.ORDER_CLOSED: (tell_of_order,),
    SupervisionTag.ORDER_WITHDRAWN: (settle_with_order,),
    AgreementTag.ALL_FULFILLED: (replan_revisits,),
    AgreementTag.OWED_AGAIN: (plan_as_promised,),
    AgreementTag.EFFECTIVE: (follow_effect, plan_revisits),
    AgreementTag.REDATED: (follow_redating,),
}
