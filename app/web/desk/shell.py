"""What the desk's shell consists of: kept by the browser whole, under one version, or not at all."""

import hashlib
from functools import cache
from pathlib import Path

from flask import current_app, render_template

from app.web.assets import mark_of
from app.web.desk import known
from app.web.door import config

PAGE = "/desk"
MANIFEST = "/desk/manifest.webmanifest"
TABLES = ("/desk/checks.json", "/desk/papers.json")
BESIDE = (
    "css/look.css",
    "css/small.css",
    "icon.svg",
    "vendor/idb-8.0.4.umd.js",
    "vendor/signature_pad-5.1.4.js",
)


def is_open() -> bool:
    """Say whether the page is served: always but when it is switched off."""
    return config().desk != "off"


def is_kept() -> bool:
    """Say whether browsers may keep the shell; when not, theirs is taken away, never their queue."""
    return config().desk == "on"


def files() -> list[str]:
    """Name the static files of the shell."""
    return [*BESIDE, *_own(current_app.static_folder or "")]


def addresses() -> list[str]:
    """List the addresses that the worker keeps."""
    return [PAGE, MANIFEST, *TABLES, *(f"/static/{name}" for name in files())]


def version() -> str:
    """Mark the shell by its content: a changed file is another version."""
    page = render_template("desk/desk.html", version="")
    parts = [
        page,
        known.clause_checks(),
        known.papers(),
        *(f"{name} {mark_of(name)}" for name in files()),
    ]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


@cache
def _own(static: str) -> tuple[str, ...]:
    desk = Path(static) / "desk"
    found = (path for path in desk.rglob("*") if path.suffix in {".js", ".css"})
    return tuple(sorted(path.relative_to(static).as_posix() for path in found))
