"""The night's command and the doctor's word on time stamps, as an operator meets them."""

import json
from dataclasses import replace

import pytest

from app.cli import office_checks
from documents import sign
from tests.dossiers.conftest import file, keys  # noqa: F401 (fixtures)
from tests.dossiers.desk import issued


@pytest.fixture
def asking(flask):
    def run(url, *words):
        extensions = flask.extensions
        extensions["sizhen.config"] = replace(extensions["sizhen.config"], time_stamps=url)
        return flask.test_cli_runner().invoke(args=list(words))

    return run


@pytest.fixture
def sealed(file, flask):  # noqa: F811 (the fixture)
    return issued(file, flask.extensions["sizhen.config"].home / "committee", "acceptance_form")


@pytest.mark.usefixtures("sealed")
def test_服务不通_说还有几份_退出码一_通了或者不用了再补(asking):
    refused = asking("http://127.0.0.1:9/tsa", "papers", "strengthen")
    assert refused.exit_code == 1, refused.stderr
    assert json.loads(refused.stdout) == {"strengthened": 0, "waiting": 1}
    assert refused.stderr.strip() == (
        "还有 1 份没有加固：时间戳服务连不上。电子签章照旧有效，没有加固的会再试。"
    )
    done = asking("", "papers", "strengthen")
    assert (done.exit_code, json.loads(done.stdout)) == (0, {"strengthened": 1, "waiting": 0})


@pytest.fixture
def doctor(flask):
    (check,) = [one for one in office_checks.ALL if one.name == "时间戳"]

    def look(url):
        extensions = flask.extensions
        extensions["sizhen.config"] = replace(extensions["sizhen.config"], time_stamps=url)
        with flask.app_context():
            return check.look()

    return look


@pytest.mark.usefixtures("sealed")
def test_体检说时间戳配得对不对(doctor, flask):
    ok, said = doctor("")
    assert (ok, "电子签章有效" in said) == (True, True)
    ok, said = doctor("tsa.example")
    assert (ok, "http" in said) == (False, True)
    ok, said = doctor("https://tsa.example/")
    assert (ok, "根证书" in said) == (False, True)
    folder = flask.extensions["sizhen.config"].home / "committee"
    sign.make_committee_key(folder / "another", "某时间戳服务机构")
    (folder / "tsa.pem").write_bytes((folder / "another" / "authority.pem").read_bytes())
    assert doctor("https://tsa.example/") == (
        True, "tsa.example，信任的根证书 1 张，等着加固的文书 1 份。",
    )  # fmt: skip
