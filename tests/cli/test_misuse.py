"""Every command, called wrongly in every way, says in Chinese what was wrong, and does nothing."""

import os
import re
import subprocess
import sys

import click
import pytest

from app.cli import GROUPS
from app.factory import create_app
from config import Config

ENGLISH = re.compile(r"\b(Error|Usage|Try|Missing|Invalid|Got|No such|does not|requires)\b")


def verbs(commands=GROUPS, path=()):
    for command in commands:
        if isinstance(command, click.Group):
            yield from verbs(command.commands.values(), (*path, command.name))
        else:
            yield (*path, command.name), command


def right(param):
    """Write something that is taken for a parameter."""
    kind = param.type
    if isinstance(kind, click.Choice):
        return str(kind.choices[0])
    if isinstance(kind, click.DateTime):
        return "2026-03-02"
    return "/etc/hostname" if isinstance(kind, click.Path) and kind.exists else "1"


def line(command, but=None, wrong=()):
    """Write every required word, but for one."""
    words = []
    for param in command.params:
        if param is but:
            words += wrong
        elif param.required:
            name = [param.opts[0]] if isinstance(param, click.Option) else []
            words += [*name, right(param)]
    return words if but is None or but.required else [*words, *wrong]


def misuses():
    for path, command in verbs():
        call = " ".join(path)
        yield f"{call}: unknown", (*path, *line(command), "--no-such"), "--no-such"
        yield f"{call}: too much", (*path, *line(command), "有余", "多的"), "多的"
        for param in command.params:
            said = param.opts[0] if isinstance(param, click.Option) else param.name.upper()
            named = [said] if isinstance(param, click.Option) else []
            if param.required:
                # A missing argument leaves its place to the next: the last one is named.
                last = [
                    one.name.upper() for one in command.params if isinstance(one, click.Argument)
                ][-1:]
                missing = said if named else last[0]
                yield f"{call}: no {said}", (*path, *line(command, param)), missing
            if isinstance(param, click.Option) and not param.is_flag:
                yield f"{call}: empty {said}", (*path, *line(command), said), said
            for wrong in wrongs(param):
                words = line(command, param, [*named, wrong])
                yield f"{call}: {said} {wrong}", (*path, *words), wrong


def wrongs(param):
    kind = param.type
    if isinstance(kind, click.Path):
        return ["/no/such", "/etc"] if kind.exists else []
    bad = (click.DateTime, click.Choice, click.IntRange)
    return ["2026-02-30"] if isinstance(kind, bad) or kind is click.INT else []


@pytest.fixture(scope="module")
def runner(tmp_path_factory):
    home = tmp_path_factory.mktemp("none") / "home"
    yield create_app(Config(home=home)).test_cli_runner()
    assert not home.exists()


@pytest.mark.parametrize(("words", "named"), [pytest.param(*m[1:], id=m[0]) for m in misuses()])
def test_a_wrong_call_is_explained_in_chinese(runner, words, named):
    done = runner.invoke(args=list(words))
    assert (done.exit_code, done.stdout) == (2, "")
    assert named in done.stderr
    assert "这一步没有做" in done.stderr
    assert f"用法见：flask --app wsgi {words[0]}" in done.stderr
    assert not ENGLISH.search(done.stderr)


@pytest.mark.parametrize("group", [one for one in GROUPS if isinstance(one, click.Group)])
def test_a_noun_names_its_verbs(runner, group):
    for words in ([group.name], [group.name, "没有的"]):
        done = runner.invoke(args=words)
        assert (done.exit_code, done.stdout) == (2, "")
        assert all(verb in done.stderr for verb in group.commands)
        assert not ENGLISH.search(done.stderr)


def test_a_word_that_is_no_noun_names_the_nouns(runner):
    done = runner.invoke(args=["没有的"])
    assert (done.exit_code, done.stdout) == (2, "")
    assert "没有“没有的”这个命令" in done.stderr
    assert all(group.name in done.stderr for group in GROUPS)


def test_flask_itself_says_so_too(tmp_path):
    flask = [sys.executable, "-m", "flask", "--app", "wsgi", "没有的"]
    env = os.environ | {"SIZHEN_HOME": str(tmp_path / "home"), "PYTHONUTF8": "1"}
    done = subprocess.run(flask, env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "没有“没有的”这个命令" in done.stderr
    assert not ENGLISH.search(done.stderr)


def test_a_near_option_is_named(runner):
    done = runner.invoke(args=["restore", "--ove", "/etc/hostname"])
    assert "是不是要写 --over" in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("rules", "replay", "--draft", "/no/such"),
        ("rules", "decide", "/no/such"),
        ("rules", "check", "/no/such"),
        ("rules", "agreement", "/no/such"),
        ("rules", "agreement", "/etc"),
        ("rules", "decide", "/etc/hostname", "--on", "2026-02-30"),
    ],
)
def test_a_file_that_is_not_there_ends_with_2(runner, words):
    done = runner.invoke(args=list(words))
    assert done.exit_code == 2, done.output
    assert not ENGLISH.search(done.stderr)
    assert re.search("没有这个文件|文件夹|不是日期", done.stderr)
