"""The technical log on a full disk: one line on standard error, no trace; it goes on when there is room."""

import json
import logging
import subprocess
import sys

import pytest

from app.kernel.logs import start_logs
from tests.web.test_intake import ADDRESS, jammed, typed

SMALL = """
import logging, resource, sys
from pathlib import Path
from app.kernel.logs import start_logs
log = start_logs(Path(sys.argv[1]))
log.info("before")
whole = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, whole[1]))
for n in range(50):
    log.info("while full", extra={"fields": {"n": n}})
log.error("bad while full")
resource.setrlimit(resource.RLIMIT_FSIZE, whole)
log.info("after")
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, whole[1]))
log.info("full again")
"""


@pytest.fixture
def full_log(tmp_path):
    """Our log, in a place that takes nothing."""
    (tmp_path / "sizhen.log").symlink_to("/dev/full")
    yield start_logs(tmp_path)
    start_logs(None)


def lines(text):
    return [json.loads(line) for line in text.splitlines()]


def test_a_full_disk_is_told_once_and_every_error(full_log, capsys):
    for n in range(3):
        full_log.info("request", extra={"fields": {"n": n}})
    full_log.error("broken")
    first, error = lines(capsys.readouterr().err)
    assert (first["message"], first["n"], first["log"]) == ("request", 0, "No space left on device")
    assert (error["message"], error["level"]) == ("broken", "error")


def test_an_error_is_told_by_its_kind_and_place_only(full_log, capsys):
    try:
        raise ValueError("旦正")  # noqa: TRY301 (what must not be told)
    except ValueError:
        full_log.exception("broken")
    (told,) = lines(capsys.readouterr().err)
    assert told["error"] == "ValueError"
    assert "旦正" not in str(told)


def test_the_log_goes_on_when_there_is_room_again(tmp_path):
    run = [sys.executable, "-c", SMALL, str(tmp_path)]
    done = subprocess.run(run, capture_output=True, text=True, check=True)
    first, error, again = lines(done.stderr)
    assert (first["message"], first["log"]) == ("while full", "File too large")
    assert (error["message"], again["message"]) == ("bad while full", "full again")
    kept = lines((tmp_path / "sizhen.log").read_text(encoding="utf-8"))
    assert kept[0]["message"] == "before"
    assert kept[-1]["message"] == "after"


def test_a_page_on_a_full_disk_is_a_sentence_for_the_person_and_a_line_for_the_machine(
    as_user, database, full_log, capsys
):
    with jammed(database):
        answer = as_user("马文祥").post(ADDRESS, data=typed(summary="两家争吵。" * 1500))
    assert answer.status_code == 503
    assert "这一次没有保存" in answer.text
    (told,) = lines(capsys.readouterr().err)
    assert (told["route"], told["status"]) == ("/cases/intake", 503)


def test_no_log_is_asked_for_before_set_up():
    assert isinstance(start_logs(None).handlers[0], logging.NullHandler)
