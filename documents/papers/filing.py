"""Papers of the file itself: cover, catalogue, indexes, what was done with it, its end."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from documents.papers.parts import Paper


@dataclass(frozen=True, kw_only=True)
class DossierCover(Paper):
    """调解卷宗封面 (PAPERS ①); its mediators are those of record, agreement and closing report."""

    code: ClassVar[str] = "dossier_cover"
    title: ClassVar[str] = "调解卷宗"
    dated_by: ClassVar[str] = "compiled_on"
    bare: ClassVar[bool] = True

    name: str
    mediators: tuple[str, ...]
    mediated_from: date
    mediated_until: date
    compiler: str
    compiled_on: date
    retention: str
    remark: str = ""


@dataclass(frozen=True, kw_only=True)
class CatalogLine:
    """One paper in the catalogue: its title and the page it begins on, None without a page."""

    title: str
    page: int | None = None
    remark: str = ""


@dataclass(frozen=True, kw_only=True)
class DossierCatalog(Paper):
    """卷内目录 (PAPERS ②)."""

    code: ClassVar[str] = "dossier_catalog"
    title: ClassVar[str] = "卷内目录"
    dated_by: ClassVar[str] = "compiled_on"
    bare: ClassVar[bool] = True

    lines: tuple[CatalogLine, ...]
    compiled_on: date


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """One piece of evidence: what, from whom, how much, for what, original or copy."""

    name: str
    source: str
    extent: str
    proves: str
    form: str
    remark: str = ""


@dataclass(frozen=True, kw_only=True)
class EvidenceIndex(Paper):
    """人民调解证据材料目录 (PAPERS ⑦)."""

    code: ClassVar[str] = "evidence_index"
    title: ClassVar[str] = "人民调解证据材料目录"
    dated_by: ClassVar[str] = "checked_on"

    items: tuple[Evidence, ...]
    checker: str
    checked_on: date


@dataclass(frozen=True, kw_only=True)
class FileStatement(Paper):
    """卷宗情况说明 (PAPERS ⑬): what is missing, changed, added, taken out or destroyed."""

    code: ClassVar[str] = "file_statement"
    title: ClassVar[str] = "卷宗情况说明"
    dated_by: ClassVar[str] = "stated_on"

    statement: str
    compiler: str
    inspector: str
    stated_on: date


@dataclass(frozen=True, kw_only=True)
class BackCover(Paper):
    """封底 (PAPERS ⑭): how many pages, who compiled, when archived."""

    code: ClassVar[str] = "back_cover"
    title: ClassVar[str] = "封底"
    dated_by: ClassVar[str] = "archived_on"
    bare: ClassVar[bool] = True

    pages: int
    compiler: str
    archived_on: date


@dataclass(frozen=True, kw_only=True)
class ClosingReport(Paper):
    """人民调解结案报告表 (PAPERS ⑮)."""

    code: ClassVar[str] = "closing_report"
    title: ClassVar[str] = "人民调解结案报告表"
    dated_by: ClassVar[str] = "reported_on"

    handlers: tuple[str, ...]
    parties: tuple[str, ...]
    source: str
    accepted_on: date
    closed_on: date
    reported_on: date
    facts: str
    outcome: str
    opinion: str = ""
