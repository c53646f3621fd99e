"""Command type → function: the table of contents of the system."""

from app.agreements import commands as agreements
from app.agreements import confirming, drafting, fulfilling, signing
from app.cases import commands as cases
from app.cases import consent, recusal, recusal_commands
from app.deadlines.commands import RecordClockEntry
from app.deadlines.entries import record_clock_entry
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
    cases.RecordConsent: consent.record_consent,
    cases.RecordRightsTold: consent.record_rights_told,
    recusal_commands.RaiseRecusal: recusal.raise_recusal,
    recusal_commands.SettleRecusal: recusal.settle_recusal,
}
