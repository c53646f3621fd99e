#!/usr/bin/env bash
# Everything that must hold before a change lands, in the order in which it fails fastest.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/voice.sh
python=.venv/bin/python
export SQLALCHEMY_WARN_20=1 PYTHONHASHSEED=random
unset SIZHEN_HOME SIZHEN_DATABASE_URL SIZHEN_HOST SIZHEN_PORT # tests never touch an installation

step() {
  local name=$1 start=$SECONDS
  shift
  say "$name……"
  "$@" || give_up "「$name」没有通过，用时 $((SECONDS - start)) 秒。" "单独再跑：$*"
  say "$name：通过（$((SECONDS - start)) 秒）"
}

step "代码检查" $python -m ruff check --quiet .
step "代码格式" $python -m ruff format --quiet --check .
step "类型检查" $python -m mypy
step "分层检查" .venv/bin/lint-imports --no-logo
[ "${1:-}" != check ] || exit 0
say "测试（两个进程并行，浏览器与 PostgreSQL 由测试自行启动）……"
# The browser keeps an event loop running in its process, in which nothing can be signed or checked:
# so its tests have processes of their own.
$python -m pytest -n 2 --dist worksteal --durations 15 -m "not browser" "$@" ||
  give_up "测试没有通过。" "单独再跑：$python -m pytest -m 'not browser'"
say "浏览器测试……"
exec $python -m pytest -n 2 --dist worksteal -m browser "$@"
