"""Pages of papers: the file's list, printing, scans brought back, and the public check."""

from app.web.papers import (
    dossier,
    dossier_package,
    inks,
    offline_check,
    paper,
    papers,
    ready,
    scan_file,
    scans,
    terms,
    translation,
    upload_check,
    verify,
    words,
)

PAGES = (
    dossier.page,
    dossier_package.page,
    inks.page,
    offline_check.page,
    paper.page,
    papers.page,
    ready.page,
    scan_file.page,
    scans.page,
    terms.page,
    translation.page,
    upload_check.page,
    verify.page,
    words.page,
)
