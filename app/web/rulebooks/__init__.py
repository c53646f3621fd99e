"""/rulebooks: the county's rules read aloud, compared, edited, checked, approved, published."""

from flask import Blueprint

from app.web.rulebooks import (
    comparison,
    editing,
    going_back,
    golden,
    golden_writing,
    index,
    parameters,
    reading,
    rehearsal,
    show,
    steps,
    text,
)

PAGES: tuple[Blueprint, ...] = (
    comparison.page,
    editing.page,
    going_back.page,
    golden.page,
    golden_writing.page,
    index.page,
    parameters.page,
    reading.page,
    rehearsal.page,
    show.page,
    steps.page,
    text.page,
)
