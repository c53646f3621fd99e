#!/usr/bin/env bash
# From nothing to a site in the browser; the second time it finds everything in its place.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/voice.sh
python=.venv/bin/python
flask="$python -m flask --app wsgi"
home=${SIZHEN_HOME:-instance}
names=$home/demo-accounts.txt
host=${SIZHEN_HOST:-127.0.0.1}
port=${SIZHEN_PORT:-8000}

port_is_free() {
  $python - "$host" "$port" <<'PY'
import socket, sys
host, port = sys.argv[1], int(sys.argv[2])
with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        probe.bind((host, port))
    except OSError as error:
        sys.exit(f"        {error}")
PY
}

port_is_free || give_up "$host:$port 用不了（多半已被别的程序占用）。" \
  "换一个端口：SIZHEN_PORT=8001 make run"
first=$([ -f "$home/keys.json" ] || echo yes)
$flask setup >/dev/null
[ -z "$first" ] || say "装入演示县……"
# The demo county says its names and its one password once; they are kept beside its data.
said=$(mktemp)
$flask demo --if-empty 2>"$said" >/dev/null || { cat "$said" >&2; exit 1; }
if [ -s "$said" ]; then (umask 077; sed 's/ *（只显示这一次）//' "$said" >"$names"); fi
rm -f "$said"
if [ -f "$names" ]; then cat "$names" >&2; fi
exec $python tools/serve.py
