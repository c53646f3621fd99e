"""Technical logs: one JSON object a line, without personal data.

Only the fields below are written. Messages of our own code never carry what a person typed; an
exception is logged by its type and place, not by its text, which may quote a row.
"""

import json
import logging
import traceback
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


class RollingFile(RotatingFileHandler):
    """Turns over by the file's size alone.

    The stock one asks the disk twice and formats each line a second time, which was a tenth of a
    case page.
    """

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
        handler = RollingFile(
            folder / "sizhen.log", maxBytes=5_000_000, backupCount=10, encoding="utf-8", delay=True
        )
    handler.setFormatter(JsonLines())
    logger.addHandler(handler)
    return logger
