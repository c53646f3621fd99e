"""Commands that say a mistake in how they were called in Chinese: what, why, what to do; exit 2.

Click's own sentences are English. Here its errors are told again, by their kind, with what the
person typed; `Group` and `Verb` are the two classes every command of ours is made with, and
`Program` holds them all.
"""

from collections.abc import Sequence
from typing import Any

import click
from click import exceptions as wrong
from flask.cli import AppGroup

PATH_FAULTS = (
    ("does not exist", "没有这个文件。请核对文件名和所在的文件夹"),
    ("is a directory", "这是一个文件夹，要写的是文件。请写出文件夹里的那个文件"),
    ("is a file", "这是一个文件，要写的是文件夹。请写文件夹的名字"),
    ("is not readable", "没有读取它的权限。请换一个账号运行，或请管理员放开权限"),
    ("is not writable", "没有写入它的权限。请换一个地方，或请管理员放开权限"),
)


class Misused(click.ClickException):
    """A command that was not called as it has to be; nothing was done."""

    exit_code = 2

    def show(self, file: Any = None) -> None:  # noqa: ANN401 (click's own signature)
        """Say it on standard error."""
        click.echo(self.message, file=file, err=True)


class Verb(click.Command):
    """One command."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words of the line; a mistake in them is said in Chinese."""
        words = list(args)
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            raise Misused(told(ctx, error, words)) from error


class Group(Verb, AppGroup):
    """A noun with its verbs."""

    command_class = Verb

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the verb; where there is none, name those there are."""
        if args and self.get_command(ctx, args[0]) is None:
            verbs = "、".join(self.list_commands(ctx))
            message = f"没有“{args[0]}”这个命令，什么也没有做。{self.name} 可以用：{verbs}。"
            raise Misused(message)
        return super().resolve_command(ctx, args)


class Program(AppGroup):
    """The nouns: what flask looks through for a word that is none of its own."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        """Find the noun; where there is none, name those there are."""
        found = super().get_command(ctx, cmd_name)
        if found is None:
            nouns = "、".join(self.list_commands(ctx))
            message = f"没有“{cmd_name}”这个命令，什么也没有做。可以用：{nouns}。"
            raise Misused(message)
        return found


def told(ctx: click.Context, error: click.UsageError, words: Sequence[str]) -> str:
    """Tell an error of click in Chinese, and where the usage is explained."""
    if isinstance(ctx.command, click.Group) and not words:
        verbs = "、".join(sorted(ctx.command.commands))
        return f"没有写明要做什么。{ctx.command.name} 可以用：{verbs}。"
    return f"{_what(ctx, error, words)}。这一步没有做。用法见：flask --app wsgi {_call(ctx)} --help"


def _call(ctx: click.Context) -> str:
    """Name the command as it is called, without the program before it."""
    names: list[str] = []
    here: click.Context | None = ctx
    while here is not None and (here.parent is not None or not names):
        names.append(here.info_name or "")
        here = here.parent
    return " ".join(reversed(names))


def _what(ctx: click.Context, error: click.UsageError, words: Sequence[str]) -> str:
    if isinstance(error, wrong.NoSuchOption):
        near = "、".join(error.possibilities or ())
        return f"没有“{error.option_name}”这个选项" + (f"，是不是要写 {near}" if near else "")
    if isinstance(error, wrong.BadOptionUsage):
        return f"选项 {error.option_name} 写得不对：要写值的后面写一个值，不写值的后面什么也不写"
    if isinstance(error, wrong.MissingParameter):
        return f"少写了 {_name(error.param)}，{_wanted(error.param)}"
    given, left = _parsed(ctx, words)
    if isinstance(error, wrong.BadParameter) and error.param is not None:
        return _bad(error, error.param, given.get(error.param.name or ""))
    return f"多写了“{'、'.join(left)}”，这个命令用不着它" if left else "命令写得不对"


def _bad(error: click.BadParameter, param: click.Parameter, typed: object) -> str:
    said = f"{_name(param)} 写成“{_first(typed)}”不行"
    if isinstance(param.type, click.Path):
        why = next((why for mark, why in PATH_FAULTS if mark in error.message), "读不出来")
        return f"{said}：{why}"
    return f"{said}：{_wanted(param)}"


def _wanted(param: click.Parameter | None) -> str:
    kind = param.type if param is not None else None
    if isinstance(kind, click.Path):
        return "请写上文件或文件夹的名字"
    if isinstance(kind, click.DateTime):
        return "要写成 2026-03-02 这样的日期"
    if isinstance(kind, click.Choice):
        return f"只能写其中之一：{'、'.join(str(one) for one in kind.choices)}"
    if isinstance(kind, click.IntRange):
        least = f"不小于 {kind.min}" if kind.min is not None else ""
        most = f"不大于 {kind.max}" if kind.max is not None else ""
        return f"要写{'、'.join(word for word in (least, most) if word)} 的整数"
    return "要写整数" if kind is click.INT else "请补上"


def _name(param: click.Parameter | None) -> str:
    if param is None:
        return "一个参数"
    if isinstance(param, click.Option):
        return f"选项 {param.opts[0]}"
    return (param.name or "").upper()


def _first(typed: object) -> object:
    """Give what was typed; the first of what may be typed several times."""
    return typed[0] if isinstance(typed, list | tuple) and typed else typed


def _parsed(ctx: click.Context, words: Sequence[str]) -> tuple[dict[str, Any], list[str]]:
    """Read the line once more, as plain words: what was typed for each, and what was left over."""
    given, left, _ = ctx.command.make_parser(ctx).parse_args(args=list(words))
    return dict(given), left
