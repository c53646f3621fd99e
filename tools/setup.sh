#!/usr/bin/env bash
# Make a bare machine ready: setup.sh run (what serving needs) or setup.sh test (and what tests need).
# The second time it only compares a stamp and returns at once.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/voice.sh
. tools/python.sh
. tools/system.sh

purpose=${1:-run}
locks=(requirements.txt)
[ "$purpose" = run ] || locks+=(requirements-dev.txt)

exec 9<Makefile
flock 9 # two set-ups at once would build one environment twice

stamp() { cat "${locks[@]}" | sha256sum | cut -d' ' -f1; }

environment_is_ready() {
  [ "$(cat ".venv/ready-for-$purpose" 2>/dev/null)" = "$(stamp)" ] && python_fits .venv/bin/python
}

ready_system() {
  local missing
  mapfile -t missing < <(missing_libraries && { [ "$purpose" = run ] || missing_test_programs; })
  install_packages ${missing[@]+"${missing[@]}"}
}

ready_python() {
  local python missing
  if ! python=$(find_python); then
    install_packages python3 python3-venv python3-dev gcc libc6-dev
    python=$(find_python) || give_up \
      "需要 Python 3.11 或 3.12，本机没有，软件源里也没有。" \
      "装好之后可以这样指定：make run PYTHON=/路径/python3.11"
  fi
  mapfile -t missing < <(python_packages "$python")
  install_packages ${missing[@]+"${missing[@]}"}
  echo "$python"
}

make_environment() {
  local python
  python=$(ready_python)
  if ! python_fits .venv/bin/python; then
    say "建立 Python 环境（$python）……"
    rm -rf .venv
    "$python" -m venv .venv
  fi
  install_requirements
  stamp >".venv/ready-for-$purpose"
}

install_requirements() {
  local total log
  log=$(mktemp)
  total=$(cat "${locks[@]}" | grep -cE '^[A-Za-z0-9].*==')
  say "安装 Python 依赖，共 $total 个，按散列锁定；首次约需几分钟……"
  if ! .venv/bin/python -m pip install --require-hashes --disable-pip-version-check \
    --progress-bar off "${locks[@]/#/--requirement=}" 2>&1 | tee "$log" | progress "$total"; then
    tail -n 20 "$log" >&2
    give_up "依赖没有装成（上面是最后几行输出）。多半是网络或软件源的问题，检查后重新运行即可。"
  fi
  rm -f "$log"
}

progress() {
  local line count=0
  while IFS= read -r line; do
    case "$line" in
      Collecting* | Processing*) count=$((count + 1)); [ $((count % 25)) != 0 ] || say "  已取得 $count/$1" ;;
      Building*) say "  编译规则引擎……" ;;
      Installing*) say "  写入环境……" ;;
    esac
  done
}

ready_system
environment_is_ready || make_environment
