#!/usr/bin/env bash
# Compiles every shader with the Khronos reference validator.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
passed=0
failed=0
for shader in shaders/*.vert shaders/*.frag; do
  [ -e "$shader" ] || continue
  if glslangValidator "$shader"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
