"""What stopped a command that was called rightly: the disk, the keys, the database; said for people."""

import traceback
from errno import EACCES, EDQUOT, EISDIR, ENOENT, ENOSPC, ENOTDIR, EPERM, EROFS

NOTHING = "这一步没有做成。"
WHY_FILE = {
    ENOENT: "没有这个文件或文件夹，请核对名字",
    ENOTDIR: "没有这个文件夹，请核对名字",
    EISDIR: "这是一个文件夹，要写的是文件",
    EACCES: "没有读写它的权限，请换一个账号运行，或请管理员放开权限",
    EPERM: "没有读写它的权限，请换一个账号运行，或请管理员放开权限",
    EROFS: "那里只能读、不能写，请换一个地方，或请管理员放开",
    ENOSPC: "磁盘满了，请清理后重试",
    EDQUOT: "磁盘满了（用完了配额），请清理后重试",
}
WHY_DATABASE = (
    ("not a database", "数据库打不开：密钥不是这个数据库的，或者文件损坏了。请取回当时的密钥文件"),
    ("malformed", "数据库文件损坏了。请保留现场，用最近的备份恢复"),
    ("unable to open", "数据库文件打不开：数据文件夹不在、不能写，或者没有权限"),
    ("readonly", "数据库只能读、不能写。请检查数据文件夹的权限"),
    ("disk is full", "磁盘满了，请清理后重试"),
    ("disk I/O", "磁盘已满或不可写，请清理后重试"),
    ("no such table", "数据库还没有准备好，或者是旧版本的。请运行：flask --app wsgi setup"),
    ("no such column", "数据库是旧版本的。请运行：flask --app wsgi setup"),
    ("does not exist", "数据库还没有准备好，或者是旧版本的。请运行：flask --app wsgi setup"),
    ("connection", "连不上数据库。请检查它是否在运行、地址是否写对"),
)


def why(error: Exception) -> str:
    """Say why in Chinese; what nobody foresaw is told with its trace, for whoever looks after it."""
    known = foreseen(error)
    if known:
        return f"{known}。{NOTHING}"
    return f"{traceback.format_exc()}程序出了没有料到的错。{NOTHING}请把上面这一段交给管理员。"


def foreseen(error: Exception) -> str:
    """Say why in Chinese, without the full stop; nothing for what nobody foresaw."""
    if isinstance(error, OSError) and error.errno in WHY_FILE:
        return f"{error.filename or '文件'}：{WHY_FILE[error.errno]}"
    said = str(error)
    return next((sentence for mark, sentence in WHY_DATABASE if mark in said), "")
