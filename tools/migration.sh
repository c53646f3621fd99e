#!/usr/bin/env bash
# Write the next migration from the difference between the models and an empty, migrated database.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/voice.sh
words=${1:-}
[[ $words =~ ^[a-z0-9_]+$ ]] || give_up "请给迁移起个名字：make migration words=add_nudges"
last=$(find migrations/versions -name '[0-9]*.py' -printf '%f\n' | sort | tail -n 1)
next=$(printf '%04d' $((10#${last%%_*} + 1)))
SIZHEN_HOME=$(mktemp -d)
export SIZHEN_HOME
trap 'rm -rf "$SIZHEN_HOME"' EXIT
.venv/bin/python -m flask --app wsgi setup
.venv/bin/alembic revision --autogenerate --rev-id "$next" -m "$words"
say "已生成 migrations/versions/${next}_$words.py，请逐行核对后再提交。"
