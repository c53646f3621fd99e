"""Command type → function: the table of contents of the system."""

from functools import partial

from app.access import accounts, token_commands, tokens, verbs
from app.access import commands as access
from app.aftercare.commands import RecordRevisit
from app.aftercare.recording import record_revisit
from app.agreements import commands as agreements
from app.agreements import confirming, drafting, fulfilling, signing
from app.cases import (
    acceptance,
    assigning,
    closing,
    consent,
    handover,
    handover_commands,
    handover_consent,
    recusal,
    recusal_commands,
    referral,
    revealing,
    revealing_commands,
    risk,
    risk_commands,
    specialist_commands,
    specialists,
)
from app.cases import commands as cases
from app.cases.closing_commands import ArchiveCase
from app.cases.intake import commands as intake
from app.cases.intake import corrections, drafts, particulars, registering, retelling, targets
from app.cases.routing import handlers as routing
from app.deadlines.commands import RecordClockEntry
from app.deadlines.entries import record_clock_entry
from app.dossiers import commands as papers
from app.dossiers import issuing, scanning
from app.gates import ARCHIVING, CLOSING
from app.kernel.bus import Handler
from app.kernel.commands import Command
from app.meetings import commands as meetings
from app.meetings import consultation, holding, planning
from app.meetings import consultation_commands as consulting
from app.people import commands as people
from app.people import committees, mediators
from app.people import specialists as specialist_list
from app.places import areas, cells
from app.places import commands as places
from app.rulebooks import commands as rulebooks
from app.rulebooks import drafting as rule_drafting
from app.rulebooks import publishing as rule_publishing
from app.supervision.commands import NudgeDeadline
from app.supervision.tick import nudge_deadline

HANDLERS: dict[type[Command], Handler] = {
    RecordRevisit: record_revisit,
    rulebooks.ApproveRulebook: rule_publishing.approve_rulebook,
    rulebooks.CheckRulebook: rule_publishing.check_rulebook,
    rulebooks.DraftRulebook: rule_drafting.draft_rulebook,
    rulebooks.EditRuleFile: rule_drafting.edit_rule_file,
    rulebooks.PublishRulebook: rule_publishing.publish_rulebook,
    rulebooks.RetireRulebook: rule_publishing.retire_rulebook,
    papers.IssuePaper: issuing.issue_paper,
    papers.KeepScan: scanning.keep_scan,
    papers.RecordPrint: issuing.record_print,
    ArchiveCase: partial(closing.archive_case, gates=ARCHIVING),
    NudgeDeadline: nudge_deadline,
    RecordClockEntry: record_clock_entry,
    access.BeginSignIn: verbs.begin_sign_in,
    access.ChangePassword: verbs.change_password,
    access.ChangeRole: accounts.change_role,
    access.DisableUser: accounts.disable_user,
    access.EnableUser: accounts.enable_user,
    access.EndOtherSignIns: verbs.end_other_sign_ins,
    access.EndSignIn: verbs.end_sign_in,
    access.MakeUser: accounts.make_user,
    access.ReportFailedSignIn: verbs.report_failed_sign_in,
    access.ReportRefusal: verbs.report_refusal,
    access.ResetPassword: accounts.reset_password,
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
    cases.AcceptCase: acceptance.accept_case,
    cases.AssignMediators: assigning.assign_mediators,
    cases.CloseCase: partial(closing.close_case, gates=CLOSING),
    cases.DeclineCase: acceptance.decline_case,
    cases.OverrideRouting: routing.override_routing,
    cases.RecordConsent: consent.record_consent,
    cases.RecordRightsTold: consent.record_rights_told,
    cases.RouteCase: routing.route_case,
    handover_commands.AcceptHandover: handover.accept_handover,
    handover_commands.AskAboutHandover: handover_consent.ask_about_handover,
    handover_commands.DeclineHandover: handover.decline_handover,
    handover_commands.JoinPartner: referral.join_partner,
    handover_commands.OfferHandover: handover.offer_handover,
    handover_commands.RecordReferralAnswer: referral.record_referral_answer,
    handover_commands.ReferCase: referral.refer_case,
    handover_commands.TakeBackHandover: handover.take_back_handover,
    intake.AddParty: corrections.add_party_later,
    intake.AddRepresentative: corrections.add_representative_later,
    intake.CorrectParticulars: particulars.correct_particulars,
    intake.CorrectParty: corrections.correct_party,
    intake.DiscardDraft: drafts.discard_draft,
    intake.RegisterIntake: registering.register_intake,
    intake.SaveDraft: drafts.save_draft,
    intake.SetReferralTarget: targets.set_referral_target,
    intake.TellAgain: retelling.tell_again,
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
    places.CloseGridCell: cells.close_grid_cell,
    places.ImportAreas: areas.import_areas,
    places.MakeGridCell: cells.make_grid_cell,
    places.MakeHouseholdGroup: cells.make_household_group,
    places.ReviseGridCell: cells.revise_grid_cell,
    places.ReviseHouseholdGroup: cells.revise_household_group,
    recusal_commands.RaiseRecusal: recusal.raise_recusal,
    recusal_commands.SettleRecusal: recusal.settle_recusal,
    risk_commands.ChangeRisk: risk.change_risk,
    risk_commands.ReportRisk: risk.report_risk,
    specialist_commands.InviteSpecialist: specialists.invite_specialist,
    specialist_commands.ReleaseSpecialist: specialists.release_specialist,
    consulting.ConcludeConsultation: consultation.conclude_consultation,
    consulting.FulfillCommitment: consultation.fulfill_commitment,
    consulting.InviteBody: consultation.invite_body,
    consulting.MakeCommitment: consultation.make_commitment,
    consulting.NudgeBody: consultation.nudge_body,
    consulting.RecordBodyAnswer: consultation.record_body_answer,
    consulting.RecordOpinion: consultation.record_opinion,
    meetings.CancelMeeting: planning.cancel_meeting,
    meetings.HoldMeeting: holding.hold_meeting,
    meetings.InviteGuest: planning.invite_guest,
    meetings.MoveMeeting: planning.move_meeting,
    meetings.PlanMeeting: planning.plan_meeting,
    meetings.RecordInquiry: holding.record_inquiry,
    revealing_commands.RevealParty: revealing.reveal_party,
    token_commands.MakeToken: tokens.make_token,
    token_commands.RevokeToken: tokens.revoke_token,
}
