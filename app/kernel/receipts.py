"""Receipts: a key that was used once answers the same way for ever (a double click, a retry)."""

import hashlib
import json
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from sqlalchemy import LargeBinary, String, Text, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.kernel.columns import CountyOwned, Model
from app.kernel.commands import Answer, Command
from app.kernel.errors import Stale

LOCK_BITS = 2**63 - 1
WAIT_FOR_KEY = text("SELECT pg_advisory_xact_lock(:key)")


class Receipt(CountyOwned, Model):
    """One command that was carried out under a key, and what was answered."""

    __tablename__ = "command_receipts"

    key: Mapped[UUID] = mapped_column(primary_key=True)
    command: Mapped[str] = mapped_column(String(80))
    content_sha256: Mapped[bytes] = mapped_column(LargeBinary(32))
    answer_kind: Mapped[str] = mapped_column(String(4))
    answer_text: Mapped[str] = mapped_column(Text)
    recorded_at: Mapped[datetime]

    @property
    def answer(self) -> Answer:
        """Give the first answer again."""
        if self.answer_kind == "none":
            return None
        reader = {"uuid": UUID, "str": str, "int": int}[self.answer_kind]
        answer: UUID | str | int = reader(self.answer_text)
        return answer


def recall(session: Session, command: Command, key: UUID) -> Receipt | None:
    """Find the receipt of a key; Stale if the key was used to say something else."""
    if session.get_bind().dialect.name == "postgresql":
        # The same key pressed twice at once: the second waits here for the first's receipt.
        session.execute(WAIT_FOR_KEY, {"key": key.int & LOCK_BITS})
    receipt = session.get(Receipt, (command.county_id, key))
    if receipt is not None and receipt.content_sha256 != content_hash(command):
        raise Stale(
            "这一页已经提交过一次，内容与现在的不同。请打开案件查看已保存的内容，再作修改。"
        )
    return receipt


def remember(session: Session, command: Command, key: UUID, answer: Answer, now: datetime) -> None:
    """Keep the answer under its key, in the transaction of the act itself."""
    session.add(
        Receipt(
            county_id=command.county_id,
            key=key,
            command=type(command).__name__,
            content_sha256=content_hash(command),
            answer_kind=type(answer).__name__.removesuffix("Type").lower(),
            answer_text="" if answer is None else str(answer),
            recorded_at=now,
        )
    )


def content_hash(command: Command) -> bytes:
    """Hash what a command says, whoever wrote it down in which order."""
    said = json.dumps(asdict(command), sort_keys=True, ensure_ascii=False, default=_plain)
    return hashlib.sha256(f"{type(command).__name__}|{said}".encode()).digest()


def _plain(value: object) -> str:
    return value.hex() if isinstance(value, bytes) else str(value)
