#!/usr/bin/env bash
# Replays every seed through its fuzz target, then fuzzes.
#
#   tests/fuzz/run.sh TOTAL          TOTAL seconds over all targets, on two processes
#   tests/fuzz/run.sh --each SECONDS that long for each target
#
# A target is tests/fuzz/NAME_fuzz.cpp with, where they exist, its seeds in seeds/NAME and its dictionary NAME.dict.
# The targets are those of the preset asan, which tools/test builds anyway; what they find is kept in build/fuzz/found.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

targets=()
for source in tests/fuzz/*_fuzz.cpp; do
  [ -e "$source" ] && targets+=("$(basename "$source" _fuzz.cpp)")
done
if [ ${#targets[@]} = 0 ]; then
  echo "skipped: there are no fuzz targets yet"
  exit 0
fi
# Part of the tests, it takes the same way each time; on its own, a new one.
if [ "${1:-}" = --each ]; then
  seconds=${2:-60} seed=0
else
  seed=1
  seconds=$((${1:-240} / ${#targets[@]}))
  [ "$seconds" -ge 1 ] || seconds=1
fi

built=build/asan
found=build/fuzz/found
work=build/fuzz/work
rm -rf "$work"
mkdir -p "$found" "$work"
common=(-rss_limit_mb=2048 -malloc_limit_mb=1024 -timeout=20 -max_len=65536 "-artifact_prefix=$found/" -verbosity=1)

# fuzz NAME: its seeds once, then new inputs for the given seconds.
fuzz() {
  local name=$1 binary="$built/tests/$1_fuzz" corpus="$work/$1" dictionary=()
  mkdir -p "$corpus"
  local seeds=()
  [ -d "tests/fuzz/seeds/$name" ] && seeds=("tests/fuzz/seeds/$name")
  [ -f "tests/fuzz/$name.dict" ] && dictionary=("-dict=tests/fuzz/$name.dict")
  {
    if [ ${#seeds[@]} != 0 ]; then "$binary" "${common[@]}" -runs=0 "${seeds[@]}"; fi &&
      "$binary" "${common[@]}" "${dictionary[@]}" -print_final_stats=1 "-seed=$seed" "-max_total_time=$seconds" "$corpus" "${seeds[@]}"
  } > "$work/$name.log" 2>&1 && echo ok > "$work/$name.ok"
}

for name in "${targets[@]}"; do
  while [ "$(jobs -rp | wc -l)" -ge 2 ]; do wait -n || true; done
  fuzz "$name" &
done
wait

passed=0
failed=0
for name in "${targets[@]}"; do
  runs=$(awk '/^stat::number_of_executed_units/ { print $2 }' "$work/$name.log")
  if [ -f "$work/$name.ok" ]; then
    passed=$((passed + 1))
    echo "$name: ${runs:-0} executions in $seconds s"
  else
    failed=$((failed + 1))
    echo "$name failed:"
    grep -vE '^#[0-9]' "$work/$name.log" | tail -n 40
  fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
