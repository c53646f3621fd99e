"""Every warning of the renderer stops the print: a missing glyph, picture or font is no log line."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager


class RenderFault(RuntimeError):
    """The renderer complained; what it made is not to be trusted."""


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def fatal_warnings() -> Iterator[None]:
    """Raise after the block if the renderer logged any warning inside it, wanted in the log or not."""
    collector, logger = _Collector(), logging.getLogger("weasyprint")
    silenced, level = logger.disabled, logger.level
    logger.disabled = False
    logger.setLevel(logging.WARNING)
    logger.addHandler(collector)
    try:
        yield
    finally:
        logger.removeHandler(collector)
        logger.setLevel(level)
        logger.disabled = silenced
    if collector.messages:
        raise RenderFault("文书未打印：" + "；".join(collector.messages[:5]))
