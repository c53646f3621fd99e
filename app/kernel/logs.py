"""Technical logs: one JSON object a line, without personal data.

Only the fields below are written. Messages of our own code never carry what a person typed; an
exception is logged by its type and place, not by its text, which may quote a row. A full disk is
no reason for noise: it is told once.
"""

import json
import logging
import os
import sys
import traceback
from contextlib import suppress
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

NAME = "sizhen"


class JsonLines(logging.Formatter):
    """Writes a record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Keep time, level, logger, message and the given fields."""
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            line["where"] = [
                f"{Path(frame.filename).name}:{frame.lineno}:{frame.name}"
                for frame in traceback.extract_tb(record.exc_info[2])
            ]
        return json.dumps(line, ensure_ascii=False, default=str)


class LogFile(RotatingFileHandler):
    """Our log; while its disk is full, the first line and every warning go to standard error.

    It turns over by the file's size alone: the stock one asks the disk twice and formats each line
    a second time, which was a tenth of a case page.
    """

    is_stuck = was_stuck = False

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record, and remember whether it could be written."""
        self.was_stuck, self.is_stuck = self.is_stuck, False
        super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 (logging's own name)
        """Say the record as one line, with why the log was not written; never a trace."""
        reason = sys.exc_info()[1]
        self.is_stuck = True
        if self.was_stuck and record.levelno < logging.WARNING:
            return
        why = os.strerror(reason.errno) if isinstance(reason, OSError) and reason.errno else None
        record.fields = {**getattr(record, "fields", {}), "log": why or type(reason).__name__}
        with suppress(OSError, ValueError):
            sys.stderr.write(f"{self.format(record)}\n")

    def close(self) -> None:
        """Let the file go; what it could not take is lost."""
        with suppress(OSError):
            super().close()

    def shouldRollover(self, record: logging.LogRecord) -> bool:  # noqa: N802 (the library's name)
        """Say whether the file is full; a line may reach over the end."""
        del record
        if self.stream is None:
            self.stream = self._open()
        return self.stream.tell() >= self.maxBytes


def start_logs(folder: Path | None) -> logging.Logger:
    """Send our logs to `folder/sizhen.log` (10 files of 5 MB), or nowhere when None."""
    logger = logging.getLogger(NAME)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    for old in list(logger.handlers):
        logger.removeHandler(old)
        old.close()
    handler: logging.Handler = logging.NullHandler()
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        handler = LogFile(
            folder / "sizhen.log", maxBytes=5_000_000, backupCount=10, encoding="utf-8", delay=True
        )
    handler.setFormatter(JsonLines())
    logger.addHandler(handler)
    return logger
