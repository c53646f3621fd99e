# What the operating system must bring along: named as Debian packages, found by what is missing.
# shellcheck shell=bash

# The libraries that WeasyPrint opens at run time, and the one that wheels written in C++ expect.
LIBRARIES=(
  libpango-1.0.so.0=libpango-1.0-0
  libpangoft2-1.0.so.0=libpangoft2-1.0-0
  libgobject-2.0.so.0=libglib2.0-0
  libharfbuzz.so.0=libharfbuzz0b
  libharfbuzz-subset.so.0=libharfbuzz-subset0
  libfontconfig.so.1=libfontconfig1
  libstdc++.so.6=libstdc++6
)

# The programs that only the tests call.
TEST_PROGRAMS=(
  chromium=chromium
  pdftotext=poppler-utils
  qpdf=qpdf
  mutool=mupdf-tools
  fc-list=fontconfig
  openssl=openssl
)

missing_libraries() {
  local pair known
  known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p)
  for pair in "${LIBRARIES[@]}"; do
    case "$known" in *"${pair%%=*} "*) ;; *) echo "${pair#*=}" ;; esac
  done
}

missing_test_programs() {
  local pair
  for pair in "${TEST_PROGRAMS[@]}"; do
    command -v "${pair%%=*}" >/dev/null 2>&1 || echo "${pair#*=}"
  done
  [ -n "$(find_postgresql)" ] || echo postgresql
  [ -n "$(command -v fc-list >/dev/null 2>&1 && fc-list :lang=zh family)" ] || echo fonts-noto-cjk
}

# Debian keeps the server's programs off PATH.
find_postgresql() {
  local folder
  for folder in "${PG_BIN:-}" /usr/lib/postgresql/*/bin /usr/local/pgsql/bin; do
    if [ -x "$folder/initdb" ]; then echo "$folder"; fi
  done
  command -v initdb 2>/dev/null || true
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

may_install() {
  command -v apt-get >/dev/null 2>&1 || return 1
  [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null
}

# Install what is named, or say in one list what to ask the administrator for.
install_packages() {
  [ $# -gt 0 ] || return 0
  if ! may_install; then
    give_up "本机缺少系统组件，而当前用户无权安装。请系统管理员执行下面这一行，然后重新运行：" \
      "" "sudo apt-get update && sudo apt-get install -y $*" "" \
      "（非 Debian 系的系统请安装同名或相近的软件包。）"
  fi
  say "安装系统组件：$*"
  local log
  log=$(mktemp)
  as_root apt-get update -qq >"$log" 2>&1 || say "软件源更新未完全成功，先按已有目录安装。"
  if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
    -o DPkg::Lock::Timeout=300 "$@" >>"$log" 2>&1; then
    tail -n 20 "$log" >&2
    give_up "系统组件没有装成（上面是最后几行输出）。请检查软件源或网络后重试：" \
      "" "sudo apt-get install -y $*"
  fi
  rm -f "$log"
}
