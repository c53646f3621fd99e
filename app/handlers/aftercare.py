"""Who carries out the commands of revisits."""

from app.aftercare.commands import RecordRevisit
from app.aftercare.evaluating import evaluate_file
from app.aftercare.evaluation_commands import EvaluateFile
from app.aftercare.recording import record_revisit
from app.kernel.bus import Handlers

HANDLERS: Handlers = {
    EvaluateFile: evaluate_file,
    RecordRevisit: record_revisit,
}
