# Find the Python that the program can live on: 3.11 or 3.12, because durable-rules does not import
# on 3.13. A name on PATH may be a stand-in that answers for no installed version, so each is run.
# shellcheck shell=bash

python_fits() {
  "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 12))' 2>/dev/null
}

find_python() {
  local name
  for name in "${PYTHON:-}" python3.11 python3.12 python3 /usr/bin/python3.11 /usr/bin/python3.12 \
    /usr/bin/python3 /usr/local/bin/python3.11 /usr/local/bin/python3.12; do
    if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && python_fits "$name"; then
      "$name" -c 'import sys; print(sys.executable)'
      return 0
    fi
  done
  return 1
}

# Debian cuts Python into packages; these three checks say which cuts are missing.
python_packages() {
  local python=$1 version
  version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
  "$python" -c 'import venv, ensurepip' 2>/dev/null || echo "python$version-venv"
  "$python" -c 'import os, sysconfig as s
raise SystemExit(not os.path.exists(os.path.join(s.get_path("include"), "Python.h")))' ||
    echo "python$version-dev"
  command -v cc >/dev/null 2>&1 || command -v gcc >/dev/null 2>&1 || printf 'gcc\nlibc6-dev\n'
}
