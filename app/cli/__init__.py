"""The command line: one file a noun. JSON on standard output, words for people on standard error.

Exit 0: done. 1: done, and something in the input or the state is wrong. 2: not done.
"""

from click import Command
from flask import Flask

from app.cli import (
    audit,
    backup,
    cases,
    deadlines,
    doctor,
    dossiers,
    intake,
    messages,
    papers,
    registers,
    rules,
    setup,
    tick,
    tokens,
    users,
)
from app.cli.demo import command as demo
from app.cli.speaking import Program

GROUPS: tuple[Command, ...] = (
    audit.group,
    backup.backup,
    backup.restore,
    cases.group,
    deadlines.group,
    demo.command,
    doctor.command,
    dossiers.group,
    intake.group,
    messages.group,
    registers.group,
    rules.group,
    papers.group,
    setup.command,
    tick.command,
    tokens.group,
    users.group,
)


def register(flask: Flask) -> None:
    """Hang every command on the application."""
    flask.cli = Program(flask.name)
    for group in GROUPS:
        flask.cli.add_command(group)
