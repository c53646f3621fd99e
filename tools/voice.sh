# How the set-up scripts speak: short Chinese lines on standard error, and one way to give up.
# shellcheck shell=bash

say() { printf '【四诊】%s\n' "$*" >&2; }

give_up() {
  printf '\n【四诊】停在这里：%s\n' "$1" >&2
  shift
  local line
  for line in "$@"; do printf '        %s\n' "$line" >&2; done
  exit 1
}
