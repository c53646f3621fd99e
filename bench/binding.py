"""What it costs to bind a file: cover, catalogue, page numbers and back cover beside its papers.

CPU seconds, medians of rounds in turns; look at the ratio. Ends with an error if the bar is missed.
Run: python -m bench.binding [rounds]
"""

import json
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from documents import render
from documents.dossier import Part, assemble
from documents.papers import Paper
from documents.samples import sample

PAGES, HOLD = 60, 1.5
KINDS = ("application_form", "acceptance_form", "rights_notice", "mediation_record",
         "mediation_agreement", "revisit_record")  # fmt: skip


def main(rounds: int) -> None:
    """Print the ratio as a line of JSON and as a table; exit 1 if the bar is missed."""
    render.start(Path(tempfile.mkdtemp(prefix="bench-fonts-")))
    papers = _papers()
    alone, whole, pages = [], [], 0
    for turn in range(rounds + 1):
        started = time.process_time()
        parts = [Part(paper.title, render.render(paper).pdf) for paper in papers]
        printed = time.process_time()
        pages = assemble(sample("dossier_cover"), parts, sample("back_cover")).pages
        ended = time.process_time()
        if turn:  # the first round warms fonts and sheets
            alone.append(printed - started)
            whole.append(ended - started)
    ratio = round(median(whole) / median(alone), 3)
    row = {"bar": f"file of {pages} pages ÷ the sum of its papers", "measured": ratio, "hold": HOLD}
    print(json.dumps({"bench": "binding", "rounds": rounds, "rows": [row]}, ensure_ascii=False))
    print(f"{row['bar']:48}{ratio:>12}{HOLD:>10}{'ok' if ratio <= HOLD else 'MISSED':>8}")
    if pages < PAGES or not 0 < ratio <= HOLD:
        sys.exit(1)


def _papers() -> list[Paper]:
    """Take papers of a file, over and over, until they fill its pages."""
    kinds = [sample(code) for code in KINDS]
    pages = [render.render(paper).pages for paper in kinds]
    times = -(-PAGES // sum(pages))
    return kinds * times


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
