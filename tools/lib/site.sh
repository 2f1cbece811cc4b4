# build_site [ADDRESS]: the WebAssembly module, then build/site/ around it.

# install_node_modules [all]: the pinned npm packages; only what the build needs unless told "all".
install_node_modules() {
  local kind=${1:-build} stamp=build/npm.stamp wanted
  wanted="$(sha256sum package-lock.json | cut -d' ' -f1)"
  if [ -f "$stamp" ] && [ -d node_modules/esbuild ]; then
    case "$(cat "$stamp")" in
      "$wanted all") return 0 ;;
      "$wanted build") [ "$kind" = build ] && return 0 ;;
    esac
  fi
  local omit=()
  [ "$kind" = all ] || omit=(--omit=dev)
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error "${omit[@]}" >&2
  echo "$wanted $kind" > "$stamp"
}

build_site() {
  install_node_modules
  build_preset web
  node tools/site.mjs "$@"
}
