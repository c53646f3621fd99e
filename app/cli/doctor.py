"""`doctor`: what is missing or weak on this machine, in words a clerk understands.

Works before set-up and when things are broken: each check stands alone and none may stop the rest.
"""

import sys
from dataclasses import asdict

import click
from flask.cli import with_appcontext

from app.cli import door, machine_checks, office_checks
from app.cli.checks import Check, Finding
from app.cli.failing import foreseen
from app.cli.speaking import Verb
from app.kernel.crypto import KeysMissing
from app.kernel.errors import DomainError

WEAK = 1


@click.command("doctor", cls=Verb, help="体检：这台机器缺什么、弱在哪里")
@with_appcontext
def command() -> None:
    """Run every check and say what it found."""
    findings = [_try(check) for check in (*machine_checks.ALL, *office_checks.ALL)]
    door.answer([asdict(finding) for finding in findings])
    for finding in findings:
        door.tell(f"{'好' if finding.ok else '请看'}  {finding.check}：{finding.message}")
    if not all(finding.ok for finding in findings):
        sys.exit(WEAK)


def _try(check: Check) -> Finding:
    try:
        ok, message = check.look()
        return Finding(check.name, ok=ok, message=message)
    except (DomainError, KeysMissing) as error:
        return Finding(check.name, ok=False, message=str(error))
    except Exception as error:  # noqa: BLE001 (a check that fails is itself a finding)
        known = foreseen(error) or f"没能检查（{type(error).__name__}）。请把这一行告诉技术人员"
        return Finding(check.name, ok=False, message=f"{known}。")
