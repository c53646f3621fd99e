"""Who carries out the commands of a case on its road."""

from functools import partial

from app.cases import (
    acceptance,
    assigning,
    closing,
    consent,
    consent_correction,
    handover,
    handover_commands,
    handover_consent,
    recusal,
    recusal_commands,
    referral,
    reopening,
    revealing,
    revealing_commands,
    revoking,
    risk,
    risk_commands,
    specialist_commands,
    specialists,
)
from app.cases import commands as cases
from app.cases.closing_commands import ArchiveCase, ReopenCase
from app.cases.routing import handlers as routing
from app.gates import ARCHIVING, BEGUN, CLOSING
from app.kernel.bus import Handlers

HANDLERS: Handlers = {
    cases.AcceptCase: acceptance.accept_case,
    handover_commands.AcceptHandover: handover.accept_handover,
    ArchiveCase: partial(closing.archive_case, gates=ARCHIVING),
    handover_commands.AskAboutHandover: handover_consent.ask_about_handover,
    cases.AssignMediators: assigning.assign_mediators,
    risk_commands.ChangeRisk: risk.change_risk,
    cases.CloseCase: partial(closing.close_case, gates=CLOSING),
    cases.CorrectConsent: consent_correction.correct_consent,
    cases.DeclineCase: acceptance.decline_case,
    handover_commands.DeclineHandover: handover.decline_handover,
    specialist_commands.InviteSpecialist: specialists.invite_specialist,
    handover_commands.JoinPartner: referral.join_partner,
    handover_commands.OfferHandover: handover.offer_handover,
    cases.OverrideRouting: routing.override_routing,
    recusal_commands.RaiseRecusal: recusal.raise_recusal,
    cases.RecordConsent: consent.record_consent,
    handover_commands.RecordReferralAnswer: referral.record_referral_answer,
    cases.RecordRightsTold: consent.record_rights_told,
    handover_commands.ReferCase: referral.refer_case,
    specialist_commands.ReleaseSpecialist: specialists.release_specialist,
    ReopenCase: reopening.reopen_case,
    risk_commands.ReportRisk: risk.report_risk,
    revealing_commands.RevealParty: revealing.reveal_party,
    cases.RevokeAcceptance: partial(revoking.revoke_acceptance, begun=BEGUN),
    cases.RouteCase: routing.route_case,
    recusal_commands.SettleRecusal: recusal.settle_recusal,
    handover_commands.TakeBackHandover: handover.take_back_handover,
}
