# Runs named steps, two at a time, each with its own log under build/test, and adds up what they counted.
# A step is a shell function step_NAME. Where its output has a runner's closing figures they are its count;
# otherwise the step itself is one test.

# count_of LOG: "PASSED FAILED SKIPPED" from the closing line of doctest, node's runner or our own scripts; empty
# if there is none. A test that prints `skipped: ...` had not what it needs: doctest counts it as passed, we do not.
count_of() {
  sed 's/\x1b\[[0-9;]*m//g' "$1" | awk '
    /^\[doctest\] test cases:/ { split($0, part, "|"); sub(/ passed.*/, "", part[2]); sub(/ failed.*/, "", part[3])
      passed += part[2]; failed += part[3]; found = 1 }
    /^skipped: / && !noted[$0]++ { passed--; skipped++ }
    /^# pass [0-9]+$/ { passed += $3; found = 1 }
    /^# fail [0-9]+$/ { failed += $3; found = 1 }
    /^# cancelled [0-9]+$/ { failed += $3 }
    /^# (skipped|todo) [0-9]+$/ { skipped += $3 }
    /^[0-9]+ passed, [0-9]+ failed/ { passed += $1; failed += $3; skipped += $5; found = 1 }
    END { if (found) print (passed > 0 ? passed : 0), failed + 0, skipped + 0 }'
}

# run_step NAME: in a shell of its own; leaves its log and its result for collect_steps.
run_step() {
  local name=$1 started=$SECONDS status=0
  (
    set -euo pipefail
    "step_$name"
  ) > "build/test/$name.log" 2>&1 || status=$?
  echo "$status $((SECONDS - started))" > "build/test/$name.result"
}

# run_steps NAME...: two at a time.
run_steps() {
  local name
  for name in "$@"; do
    while [ "$(jobs -rp | wc -l)" -ge 2 ]; do wait -n || true; done
    run_step "$name" &
  done
  wait
}

# collect_steps NAME...: prints what each did and, last, the sum; answers whether nothing failed.
collect_steps() {
  local name status seconds counted passed failed skipped total_passed=0 total_failed=0 total_skipped=0
  for name in "$@"; do
    read -r status seconds < "build/test/$name.result"
    counted=$(count_of "build/test/$name.log")
    read -r passed failed skipped <<< "${counted:-0 0 0}"
    if [ -z "$counted" ] && [ "$status" = 0 ]; then passed=1; fi
    if [ "$status" != 0 ] && [ "$failed" = 0 ]; then failed=1; fi
    if [ "$failed" != 0 ]; then
      echo "--- $name failed; what failed, then the end of build/test/$name.log:"
      grep -E -A 14 '^ *not ok |^TEST CASE:|ERROR: |^FAIL' "build/test/$name.log" | cut -c1-300 | head -n 80 || true
      echo "---"
      cut -c1-400 "build/test/$name.log" | grep -vE '^ok |^ +(---|duration_ms|type:|\.\.\.)' | tail -n 60
    else
      grep -E '^(skipped|table|# +[0-9]+ B|  \|)' "build/test/$name.log" | cut -c1-200 || true
    fi
    printf '%-14s %5d passed %5d failed %5d skipped  %4d s\n' "$name" "$passed" "$failed" "$skipped" "$seconds"
    total_passed=$((total_passed + passed))
    total_failed=$((total_failed + failed))
    total_skipped=$((total_skipped + skipped))
  done
  echo "$total_passed passed, $total_failed failed, $total_skipped skipped"
  [ "$total_failed" = 0 ] && [ "$total_passed" != 0 ]
}
