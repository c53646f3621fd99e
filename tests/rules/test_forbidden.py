"""Why the adapter uses so little of the engine: the rest kills, hangs, lies or refuses.

Each example runs in a child process. The day one of them turns harmless is the day to look at
the list of what is forbidden again.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.rules import forbidden

ROOT = Path(__file__).parents[2]
SECONDS = 4


def run(name):
    """Give what a child process says of one example: killed, hung, refused or fired n."""
    # Fills fresh memory with rubbish: two of the examples read what was never written.
    env = os.environ | {"MALLOC_PERTURB_": "165", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "tests.rules.forbidden", name]
    try:
        done = subprocess.run(
            command, env=env, cwd=ROOT, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return "hung"
    if done.returncode < 0:
        return "killed"
    return done.stdout.decode() if done.returncode == 0 else "refused"


@pytest.mark.parametrize("name", forbidden.DEADLY)
def test_this_would_kill_or_hang_the_county(name):
    assert run(name) in ("killed", "hung")


@pytest.mark.parametrize("name", forbidden.WRONG)
def test_this_would_answer_wrongly(name):
    said = run(name)
    assert said.startswith("fired")
    assert said != f"fired {forbidden.WRONG[name].truth}"


@pytest.mark.parametrize("name", forbidden.REFUSED)
def test_this_would_be_refused_although_valid(name):
    assert run(name) == "refused"
