"""Who carries out the commands of taking a dispute in."""

from app.cases.intake import commands as intake
from app.cases.intake import corrections, drafts, particulars, registering, retelling, targets
from app.kernel.bus import Handlers

HANDLERS: Handlers = {
    intake.AddParty: corrections.add_party_later,
    intake.AddRepresentative: corrections.add_representative_later,
    intake.CorrectParticulars: particulars.correct_particulars,
    intake.CorrectParty: corrections.correct_party,
    intake.DiscardDraft: drafts.discard_draft,
    intake.RegisterIntake: registering.register_intake,
    intake.SaveDraft: drafts.save_draft,
    intake.SetReferralTarget: targets.set_referral_target,
    intake.TellAgain: retelling.tell_again,
}
