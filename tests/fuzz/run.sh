#!/usr/bin/env bash
# Replays every seed through its fuzz target, then fuzzes.
#
#   tests/fuzz/run.sh TOTAL           TOTAL seconds over all targets, on two processes
#   tests/fuzz/run.sh --each SECONDS  that long for each target
#
# The targets are those that build/asan/tests/fuzz_targets lists: each reader and the round trip. Seeds are in
# seeds/TARGET, a dictionary in TARGET.dict (one for all readers of JSON); what is found is kept in
# build/fuzz/found.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

binary=build/asan/tests/fuzz_targets
declare -A dictionaries seconds
targets=()
while IFS=$'\t' read -r name dictionary; do
  targets+=("$name")
  dictionaries[$name]=$dictionary
done < <("$binary" --list)
[ ${#targets[@]} != 0 ] || { echo "$binary lists no targets"; exit 1; }

# Part of the tests, it takes the same way each time; on its own, a new one.
if [ "${1:-}" = --each ]; then
  seed=0
  for name in "${targets[@]}"; do seconds[$name]=${2:-60}; done
else
  seed=1
  total=${1:-240}
  for i in "${!targets[@]}"; do
    share=$((total * (i + 1) / ${#targets[@]} - total * i / ${#targets[@]}))
    seconds[${targets[$i]}]=$((share > 0 ? share : 1)) # 0 would be for ever
  done
fi

found=build/fuzz/found
work=build/fuzz/work
rm -rf "$work"
mkdir -p "$found" "$work"
common=(-rss_limit_mb=2048 -malloc_limit_mb=1024 -timeout=20 -max_len=65536 "-artifact_prefix=$found/" -verbosity=1)

# fuzz NAME: its seeds once, then new inputs for its seconds.
fuzz() {
  local name=$1 corpus="$work/$1" seeds="tests/fuzz/seeds/$1" options=()
  mkdir -p "$corpus"
  [ -d "$seeds" ] || { echo "there are no seeds in $seeds" > "$work/$name.log"; return; }
  [ -f "tests/fuzz/${dictionaries[$name]}.dict" ] && options=("-dict=tests/fuzz/${dictionaries[$name]}.dict")
  {
    "$binary" "--target=$name" "${common[@]}" -runs=0 "$seeds" &&
      "$binary" "--target=$name" "${common[@]}" "${options[@]}" -print_final_stats=1 "-seed=$seed" \
        "-max_total_time=${seconds[$name]}" "$corpus" "$seeds"
  } > "$work/$name.log" 2>&1 && echo ok > "$work/$name.ok"
}

for name in "${targets[@]}"; do
  while [ "$(jobs -rp | wc -l)" -ge 2 ]; do wait -n || true; done
  fuzz "$name" &
done
wait

passed=0
failed=0
all=0
for name in "${targets[@]}"; do
  runs=$(awk '/^stat::number_of_executed_units/ { print $2 }' "$work/$name.log")
  if [ -f "$work/$name.ok" ]; then
    passed=$((passed + 1))
    all=$((all + ${runs:-0}))
    printf '%-14s %9d executions in %d s\n' "$name" "${runs:-0}" "${seconds[$name]}"
  else
    failed=$((failed + 1))
    echo "$name failed:"
    grep -vE '^#[0-9]' "$work/$name.log" | tail -n 40
  fi
done
echo "$all executions of ${#targets[@]} targets"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
