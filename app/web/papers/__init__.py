"""Pages of papers: the file's list, printing, scans brought back, and the public check."""

from app.web.papers import dossier, paper, papers, scans, verify, words

PAGES = (dossier.page, paper.page, papers.page, scans.page, verify.page, words.page)
