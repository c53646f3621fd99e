"""A throw-away PostgreSQL for tests: own folder, loopback only, never root, ended by its own id.

PostgreSQL refuses to run as root, and many test machines are root: then the server runs as the
user that its package made. Trust authentication: fit for a test on loopback, never otherwise.
"""

import os
import shutil
import socket
import subprocess
import tempfile
from glob import glob
from pathlib import Path
from typing import Self

SETTINGS = {
    "listen_addresses": "'127.0.0.1'",
    "unix_socket_directories": "''",
    "shared_buffers": "'64MB'",
    "dynamic_shared_memory_type": "mmap",
    "max_connections": "60",
}
MEMORY, ROOM = Path("/dev/shm"), 2 * 1024**3  # noqa: S108 (a folder of its own is made there)
CARELESS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def programs() -> Path:
    """Find the folder with `initdb` and `pg_ctl`; Debian keeps it off PATH."""
    on_path = shutil.which("initdb")
    found = [os.environ.get("PG_BIN", ""), *sorted(glob("/usr/lib/postgresql/*/bin"), reverse=True)]  # noqa: PTH207 (an absolute pattern)
    for folder in [*found, str(Path(on_path).resolve().parent) if on_path else ""]:
        if folder and (Path(folder) / "initdb").exists():
            return Path(folder)
    raise LookupError("找不到 PostgreSQL 服务器程序：先运行 make setup，或设置 PG_BIN。")


def quick_folder() -> str | None:
    """Find where files cost least: memory, where a database is copied in a thirtieth of the time."""
    fits = os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM
    return str(MEMORY) if fits else None


def free_port() -> int:
    """Find a loopback port that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Postgres:
    """One temporary server. `careless` gives durability away for speed; not for fault tests."""

    def __init__(self, *, careless: bool = True) -> None:
        self.programs = programs()
        self.port = free_port()
        home = quick_folder() if careless else None
        self.folder = Path(tempfile.mkdtemp(prefix="sizhen-postgres-", dir=home))
        self.data = self.folder / "data"
        self.settings = SETTINGS | {"port": str(self.port)} | (CARELESS if careless else {})
        self._person: dict[str, object] = {}
        if os.geteuid() == 0:
            self._person = {"user": "postgres", "group": "postgres", "extra_groups": []}
            shutil.chown(self.folder, "postgres", "postgres")

    def url(self, database: str = "postgres") -> str:
        """Say the address of one database."""
        return f"postgresql+psycopg://postgres@127.0.0.1:{self.port}/{database}"

    def start(self) -> None:
        """Start and wait until it answers."""
        self.run("pg_ctl", "-D", self.data, "-l", self.folder / "log", "-w", "-t", "60", "start")

    def stop(self, mode: str = "immediate") -> None:
        """Stop; `immediate` is a crash, with recovery at the next start."""
        self.run("pg_ctl", "-D", self.data, "-m", mode, "-w", "stop")

    def run(self, program: str, *arguments: object) -> None:
        """Run one of the server's programs as the server's user."""
        subprocess.run(
            [str(self.programs / program), *map(str, arguments)],
            check=True,
            cwd=self.folder,
            env={"HOME": str(self.folder), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **self._person,
        )

    def __enter__(self) -> Self:
        """Make the cluster and start it."""
        try:
            self.run(
                "initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-N",
                "--locale=C.UTF-8", "-E", "UTF8",
            )  # fmt: skip
            with (self.data / "postgresql.conf").open("a", encoding="utf-8") as conf:
                conf.writelines(f"{key} = {value}\n" for key, value in self.settings.items())
            self.start()
        except BaseException:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """Stop exactly this server and remove its folder."""
        if (self.data / "postmaster.pid").exists():
            self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)
