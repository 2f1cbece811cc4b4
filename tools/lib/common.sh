# What the four commands share. Sourced, not run; sets `root`, the project's folder, and works from there.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"

say() { printf '%s\n' "$*" >&2; }
fail() {
  say "$*"
  exit 1
}

# The packages of the named groups in tools/packages.txt.
packages_of() {
  awk -v wanted=" $* " '
    /^#/ { next }
    /^[a-z]+:/ { sub(":", "", $1); inside = index(wanted, " " $1 " ") > 0; next }
    inside && NF { print $1 }' tools/packages.txt
}

# installed PACKAGE: a node or npm from elsewhere serves as well as Debian's.
is_installed() {
  case $1 in
    nodejs) command -v node > /dev/null && return 0 ;;
    npm) command -v npm > /dev/null && return 0 ;;
    emscripten) command -v emcc > /dev/null && return 0 ;;
  esac
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2> /dev/null)" = installed ]
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo > /dev/null; then
    sudo "$@"
  else
    fail "This needs root (or sudo) to install Debian packages: $*"
  fi
}

# install_packages GROUP...: what is missing of these groups, with the distribution's own package manager.
install_packages() {
  local missing=() package
  command -v dpkg-query > /dev/null || return 0
  for package in $(packages_of "$@"); do
    is_installed "$package" || missing+=("$package")
  done
  [ ${#missing[@]} = 0 ] && return 0
  say "Installing: ${missing[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q >&2
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends "${missing[@]}" >&2
}

# core_count: how many compilers at once.
core_count() { nproc 2> /dev/null || echo 2; }

# build_preset PRESET [TARGET...]: configures when it was not yet or the presets have changed, then builds.
build_preset() {
  local preset=$1
  shift
  if [ ! -f "build/$preset/build.ninja" ] || [ CMakePresets.json -nt "build/$preset.log" ]; then
    cmake --preset "$preset" > "build/$preset.log" 2>&1 || {
      cat "build/$preset.log" >&2
      fail "cmake --preset $preset failed"
    }
  fi
  cmake --build "build/$preset" -j "$(core_count)" ${1:+--target "$@"} >&2
}

mkdir -p build
