"""Serve the site on one machine: waitress for the pages, and once an hour the tick for the clocks.

The tick runs as a process of its own, so that nothing it meets can stop a page. Running it more
often than once a day does nothing twice; it acts in office hours only. SIZHEN_TICK=off leaves it to a
timer of the machine.
"""

import signal
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

sys.path.insert(0, str(Path(__file__).parents[1]))

from waitress import serve

from app.factory import create_app, settle
from config import ROOT, Config

HOUR = 3600
THREADS = 8
NOT_DONE = 2


def tick_hourly(stop: Event, *, strengthens: bool) -> None:
    """Let the tick act now and every hour until told to stop; and the time stamps, where configured."""
    flask = [sys.executable, "-m", "flask", "--app", "wsgi"]
    while True:
        command = [*flask, "tick", "--in-hours"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode == NOT_DONE:
            print(f"【四诊】到期检查没有做成：{done.stderr[-300:]}", file=sys.stderr)
        subprocess.run([*flask, "messages", "send"], cwd=ROOT, capture_output=True, check=False)
        if strengthens:
            command = [*flask, "papers", "strengthen"]
            done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
            if done.returncode:
                print(f"【四诊】归档加固没有做完：{done.stderr[-300:]}", file=sys.stderr)
        if stop.wait(HOUR):
            return


def leave(*_: object) -> None:
    """Turn the administrator's stop into an orderly end."""
    raise SystemExit


def main() -> None:
    """Serve until stopped."""
    config = Config.from_env()
    app = create_app(config)
    settle()
    stop = Event()
    if config.ticks:
        strengthens = {"strengthens": bool(config.time_stamps)}
        Thread(target=tick_hourly, args=(stop,), kwargs=strengthens, daemon=True).start()
    signal.signal(signal.SIGTERM, leave)
    address = f"http://{config.host}:{config.port}"
    print(f"\n【四诊】网址：{address}   按 Ctrl+C 停止，数据留在 {config.home}", file=sys.stderr)
    serve(app, host=config.host, port=config.port, threads=THREADS, ident=None)
    stop.set()


if __name__ == "__main__":
    main()
