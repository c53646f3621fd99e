#!/usr/bin/env bash
# Lock what requirements*.in ask for, with hashes for every platform and without any index address.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/voice.sh
command -v uv >/dev/null 2>&1 || give_up "重新锁定依赖需要 uv：pip install uv"
for name in requirements requirements-dev; do
  uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
    --no-emit-index-url --no-emit-find-links "$name.in" --output-file "$name.txt"
  say "$name.txt 已更新"
done
