"""Who carries out the commands of agreements and their signatures."""

from app.agreements import commands as agreements
from app.agreements import confirming, drafting, fulfilling, signing, withdrawing
from app.kernel.bus import Handlers

HANDLERS: Handlers = {
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
    agreements.WithdrawFulfillment: withdrawing.withdraw_fulfillment,
}
