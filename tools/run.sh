#!/usr/bin/env bash
# From nothing to a site in the browser; the second time it finds everything in its place.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/voice.sh
python=.venv/bin/python
host=${SIZHEN_HOST:-127.0.0.1}
port=${SIZHEN_PORT:-8000}

port_is_free() {
  $python - "$host" "$port" <<'PY'
import socket, sys
with socket.socket(socket.AF_INET6 if ":" in sys.argv[1] else socket.AF_INET) as probe:
    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        probe.bind((sys.argv[1], int(sys.argv[2])))
    except OSError as error:
        sys.exit(f"        {error.strerror}")
PY
}

port_is_free || give_up "$host:$port 已被别的程序占用（或不可用）。" \
  "换一个端口：SIZHEN_PORT=8001 make run"
$python -m flask --app wsgi setup
$python -m flask --app wsgi demo --if-empty
say "网址：http://$host:$port   （按 Ctrl+C 停止；数据留在 ${SIZHEN_HOME:-instance}）"
exec .venv/bin/waitress-serve --host="$host" --port="$port" --threads=8 --ident= wsgi:app
