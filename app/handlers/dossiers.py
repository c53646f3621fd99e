"""Who carries out the commands of papers."""

from app.dossiers import commands as papers
from app.dossiers import exporting, inks, issuing, scanning, strengthening, translating, wording
from app.dossiers import translation_commands as translation
from app.kernel.bus import Handlers

HANDLERS: Handlers = {
    translation.ApproveTerm: translating.approve_term,
    translation.TranslateAgreement: translating.translate_agreement,
    papers.DrawSignature: inks.draw_signature,
    papers.ExportDossier: exporting.record_export,
    papers.IssuePaper: issuing.issue_paper,
    papers.KeepScan: scanning.keep_scan,
    papers.KeepStrengthened: strengthening.keep_strengthened,
    papers.RecordPrint: issuing.record_print,
    papers.TellPaperWords: wording.tell_paper_words,
}
