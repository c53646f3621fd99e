"""Every setting, frozen, with its type; read from the environment once, at the door."""

import os
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Self

ROOT = Path(__file__).parent


@dataclass(frozen=True)
class Config:
    """What one installation needs to know about itself."""

    home: Path = ROOT / "instance"
    database_url: str = ""
    host: str = "127.0.0.1"
    port: int = 8000
    idle_minutes: int = 30
    session_hours: int = 12
    password_memory_kib: int = 19 * 1024  # argon2id, the least that OWASP accepts
    password_rounds: int = 2
    password_lanes: int = 1
    password_days: int = 0  # after how many days a password must change; 0: never
    hashing_at_once: int = 2
    ticks: bool = True
    time_stamps: str = ""  # the address of a time-stamp authority (RFC 3161)
    desk: str = "on"  # on; online: served, but no browser may keep it; off

    @classmethod
    def from_env(cls) -> Self:
        """Read the environment."""
        env = os.environ
        return cls(
            home=Path(env.get("SIZHEN_HOME") or ROOT / "instance").resolve(),
            database_url=env.get("SIZHEN_DATABASE_URL", ""),
            host=env.get("SIZHEN_HOST") or cls.host,
            port=int(env.get("SIZHEN_PORT") or cls.port),
            password_days=int(env.get("SIZHEN_PASSWORD_DAYS") or cls.password_days),
            ticks=env.get("SIZHEN_TICK", "") != "off",
            time_stamps=env.get("SIZHEN_TSA_URL") or cls.time_stamps,
            desk=env.get("SIZHEN_DESK") or cls.desk,
        )

    @property
    def lifetimes(self) -> dict[str, timedelta]:
        """Say how long a sign-in lasts: unused, and at all."""
        idle, whole = timedelta(minutes=self.idle_minutes), timedelta(hours=self.session_hours)
        return {"idle": idle, "whole": whole}

    @property
    def address(self) -> str:
        """Name the database's address; by default an encrypted file in the home folder."""
        return self.database_url or f"sqlite:///{self.home / 'sizhen.db'}"

    @property
    def keys(self) -> Path:
        """Name the file that holds the installation's secrets."""
        return self.home / "keys.json"
