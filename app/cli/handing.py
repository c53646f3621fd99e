"""The file a command hands over, where something was kept before: first its place, then the deed."""

from pathlib import Path

from app.cli.failing import WHY_FILE
from app.kernel.errors import Incomplete, NotNow
from app.kernel.files import write_whole


def demand_place(out: Path) -> None:
    """Incomplete where no file can come to be, before anything is done."""
    if not out.resolve().parent.is_dir():
        message = f"{out}：没有这个文件夹，请核对名字。这一步没有做成。"
        raise Incomplete(message)


def hand_over(out: Path, content: bytes, done: str) -> None:
    """Write the file whole; NotNow says what is done already where it cannot be written."""
    try:
        write_whole(out, content)
    except OSError as error:
        why = WHY_FILE.get(error.errno or 0, "写不进去")
        message = f"{done}，只是 {out} 没有写成：{why}。"
        raise NotNow(message) from error
