"""Who carries out the commands of rulebooks."""

from app.kernel.bus import Handlers
from app.rehearsals.rehearsing import rehearse_rulebook
from app.rulebooks import commands as rulebooks
from app.rulebooks import drafting as rule_drafting
from app.rulebooks import golden, golden_commands
from app.rulebooks import publishing as rule_publishing

HANDLERS: Handlers = {
    rulebooks.ApproveRulebook: rule_publishing.approve_rulebook,
    rulebooks.CheckRulebook: rule_publishing.check_rulebook,
    rulebooks.DraftRulebook: rule_drafting.draft_rulebook,
    rulebooks.EditRuleFile: rule_drafting.edit_rule_file,
    rulebooks.GoBackToRulebook: rule_drafting.go_back,
    rulebooks.ImportRulebook: rule_drafting.import_rulebook,
    rulebooks.PublishRulebook: rule_publishing.publish_rulebook,
    rulebooks.RehearseRulebook: rehearse_rulebook,
    golden_commands.RetireGoldenCase: golden.retire_golden_case,
    golden_commands.ReviseGoldenCase: golden.revise_golden_case,
    golden_commands.WriteGoldenCase: golden.write_golden_case,
    rulebooks.RetireRulebook: rule_publishing.retire_rulebook,
}
