# fetch_dependencies: puts every library of tools/dependencies.txt under build/deps, once. The address first (checked
# against its hash), then Debian: its -dev packages for the headers, its source packages for what is
# compiled here.

# download NAME URL SHA256 FILE
download() {
  local script=build/deps/download.cmake
  printf 'file(DOWNLOAD "%s" "%s" INACTIVITY_TIMEOUT 10 TIMEOUT 120 STATUS status)\nlist(GET status 0 code)\n%s\n' \
    "$2" "$root/$4" 'if(NOT code EQUAL 0)
  message(FATAL_ERROR "${status}")
endif()' > "$script"
  timeout 120 cmake -P "$script" > build/deps/download.log 2>&1 || return 1
  echo "$3  $4" | sha256sum --check --status || {
    say "$2 does not have the hash that tools/dependencies.txt pins"
    return 1
  }
}

# header_from_debian NAME: the package's headers, copied into a folder of their own.
header_from_debian() {
  local name=$1 folder
  case $name in
    nlohmann_json) folder=nlohmann ;;
    doctest) folder=doctest ;;
    *) return 1 ;;
  esac
  [ -d "/usr/include/$folder" ] || return 1
  mkdir -p "build/deps/$name/include"
  cp -R "/usr/include/$folder" "build/deps/$name/include/"
}

# source_from_debian NAME SUITE ACCEPTED: the source package NAME of a Debian release, by an apt configuration of its
# own, so that the machine's own sources stay as they are. Signatures are apt's work; the archive's hash is checked as
# well. An archive whose hash is not known is taken only if its name matches the pattern ACCEPTED.
source_from_debian() {
  local name=$1 suite=$2 accepted=$3 place="$root/build/deps/apt" mirror archive hash
  command -v apt-get > /dev/null || return 1
  rm -rf "$place"
  mkdir -p "$place/sources" "$place/lists/partial" "$place/cache/archives/partial" "$place/source"
  mirror=$(apt-get indextargets --format '$(REPO_URI) $(CODENAME)' 'Created-By: Packages' |
    awk '$2 !~ /security|updates|nodistro/ { print $1 }' | grep -m 1 debian) || mirror=http://deb.debian.org/debian
  {
    echo "Types: deb-src"
    echo "URIs: $mirror"
    echo "Suites: $suite"
    echo "Components: main"
    echo "Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg"
  } > "$place/sources/debian.sources"
  cat > "$place/apt.conf" <<END
Dir::Etc::sourcelist "/dev/null";
Dir::Etc::sourceparts "$place/sources";
Dir::State::lists "$place/lists";
Dir::Cache "$place/cache";
APT::Sandbox::User "root";
END
  (
    export APT_CONFIG="$place/apt.conf"
    cd "$place/source"
    apt-get update -q && apt-get source -q --download-only "$name"
  ) > build/deps/apt.log 2>&1 || {
    tail -n 5 build/deps/apt.log >&2
    return 1
  }
  archive=$(find "$place/source" -name "${name}_*.orig.tar.*" | head -n 1)
  [ -n "$archive" ] || return 1
  hash=$(awk -v file="$(basename "$archive")" '$1 == "debian-source" && $2 == file { print $3 }' tools/dependencies.txt)
  if [ -z "$hash" ]; then
    say "Debian's $(basename "$archive") is newer than tools/dependencies.txt knows; add its SHA-256:"
    sha256sum "$archive" >&2
    case $(basename "$archive") in
      $accepted) say "Using it on the strength of Debian's signature." ;;
      *) return 1 ;;
    esac
  else
    echo "$hash  $archive" | sha256sum --check --status || {
      say "$archive does not have the hash that tools/dependencies.txt pins"
      return 1
    }
  fi
  mkdir -p "build/deps/$name"
  tar -xf "$archive" -C "build/deps/$name" --strip-components=1
  rm -rf "$place"
}

fetch_dependency() {
  local name=$1 hash=$2 url=$3 file
  [ -f "build/deps/$name/.complete" ] && return 0
  rm -rf "build/deps/$name"
  mkdir -p "build/deps/$name"
  file=build/deps/$(basename "$url")
  if download "$name" "$url" "$hash" "$file"; then
    case $url in
      *.tar.gz) tar -xf "$file" -C "build/deps/$name" --strip-components=1 ;;
      *) cp "$file" "build/deps/$name/" ;;
    esac
    rm -f "$file"
  else
    rm -f "$file"
    say "$name: its address cannot be reached from here, taking Debian's package"
    case $name in
      imgui) source_from_debian imgui sid 'imgui_1.9[2-9]*' ;;
      pugixml) source_from_debian pugixml bookworm '' ;;
      zlib) source_from_debian zlib bookworm '' ;;
      snowball) source_from_debian snowball bookworm '' ;;
      *) header_from_debian "$name" ;;
    esac || fail "$name: neither $url nor Debian's package could be had"
  fi
  touch "build/deps/$name/.complete"
}

fetch_dependencies() {
  local name version hash url
  mkdir -p build/deps
  while read -r name version hash url; do
    case $name in '' | '#'* | debian-source) continue ;; esac
    fetch_dependency "$name" "$hash" "$url"
  done < tools/dependencies.txt
}
