"""Command type → function: the table of contents of the system."""

from functools import partial

from app.agreements import commands as agreements
from app.agreements import confirming, drafting, fulfilling, signing
from app.cases import (
    closing,
    consent,
    handover,
    handover_commands,
    handover_consent,
    recusal,
    recusal_commands,
    referral,
    risk,
    risk_commands,
    specialist_commands,
    specialists,
)
from app.cases import commands as cases
from app.cases.closing_commands import ArchiveCase
from app.deadlines.commands import RecordClockEntry
from app.deadlines.entries import record_clock_entry
from app.gates import ARCHIVING, CLOSING
from app.kernel.bus import Handler
from app.kernel.commands import Command
from app.places.areas import import_areas
from app.places.commands import ImportAreas
from app.supervision.commands import NudgeDeadline
from app.supervision.tick import nudge_deadline

HANDLERS: dict[type[Command], Handler] = {
    agreements.AffixSeal: signing.affix_seal,
    agreements.ApplyForConfirmation: confirming.apply_for_confirmation,
    agreements.ConcludeAgreement: drafting.conclude_agreement,
    agreements.DraftAgreement: drafting.draft_agreement,
    agreements.FinalizeAgreement: drafting.finalize_agreement,
    agreements.FulfillObligation: fulfilling.fulfill_obligation,
    agreements.RecordConfirmation: confirming.record_confirmation,
    agreements.RecordOralAgreement: drafting.record_oral_agreement,
    agreements.RegisterSignatures: signing.register_signatures,
    agreements.UrgeObligation: fulfilling.urge_obligation,
    ImportAreas: import_areas,
    NudgeDeadline: nudge_deadline,
    RecordClockEntry: record_clock_entry,
    ArchiveCase: partial(closing.archive_case, gates=ARCHIVING),
    cases.CloseCase: partial(closing.close_case, gates=CLOSING),
    cases.RecordConsent: consent.record_consent,
    cases.RecordRightsTold: consent.record_rights_told,
    handover_commands.AcceptHandover: handover.accept_handover,
    handover_commands.AskAboutHandover: handover_consent.ask_about_handover,
    handover_commands.DeclineHandover: handover.decline_handover,
    handover_commands.JoinPartner: referral.join_partner,
    handover_commands.OfferHandover: handover.offer_handover,
    handover_commands.RecordReferralAnswer: referral.record_referral_answer,
    handover_commands.ReferCase: referral.refer_case,
    handover_commands.TakeBackHandover: handover.take_back_handover,
    recusal_commands.RaiseRecusal: recusal.raise_recusal,
    recusal_commands.SettleRecusal: recusal.settle_recusal,
    risk_commands.ChangeRisk: risk.change_risk,
    risk_commands.ReportRisk: risk.report_risk,
    specialist_commands.InviteSpecialist: specialists.invite_specialist,
    specialist_commands.ReleaseSpecialist: specialists.release_specialist,
}
