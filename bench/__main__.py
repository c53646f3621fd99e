"""Run every bench, one after another: `make bench`, or one alone: `python -m bench.routing`.

What is divided by something else is measured within the same run; take the ratios, not the seconds.
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main() -> None:
    """Run each file here that can be run, and stop where one fails: a bench that fails says so."""
    for file in sorted(HERE.glob("*.py")):
        if file.stem != "__main__" and '__name__ == "__main__"' in file.read_text("utf-8"):
            print(f"\n== {file.stem}", flush=True)
            done = subprocess.run([sys.executable, "-m", f"bench.{file.stem}"], check=False)  # noqa: S603 (our own files)
            if done.returncode:
                sys.exit(done.returncode)


if __name__ == "__main__":
    main()
