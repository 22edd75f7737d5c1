# shellcheck shell=bash disable=SC2034,SC2154  # jdk_version is for build.sh, root comes from outside
# Finds or fetches the JDK and the Maven that Hillock is built with. Sourced by ./hillock and ./check.
# Runs in the bash 3.2 of macOS as well. Where nothing needs fetching it starts next to no process: ./hillock is quick.

[ -n "${HOME-}" ] || { unset HOME; HOME=~; }
cache=${XDG_CACHE_HOME:-$HOME/.cache}/hillock

maven_version=3.9.11
maven_sha512=bcfe4fe305c962ace56ac7b5fc7a08b87d5abd8b7e89027ab251069faebee516b0ded8961445d6d91ec1985dfe30f8153268843c89aa392733d1a3ec956c9978
maven_url=https://repo.maven.apache.org/maven2/org/apache/maven/apache-maven/$maven_version/apache-maven-$maven_version-bin.tar.gz
temurin_api=https://api.adoptium.net/v3/assets/latest/25/hotspot

say() { printf '%s\n' "$*" >&2; }

# give_up CODE SENTENCE: 2 is for what the user can mend, 1 for what we have to.
give_up() {
  say "$2"
  exit "$1"
}

# Half-fetched files and locks that have to go when we end, however that happens.
litter=()
locks=()
clean_up() {
  local file
  for file in ${litter[@]+"${litter[@]}"}; do rm -rf -- "$file"; done
  for file in ${locks[@]+"${locks[@]}"}; do unlock "$file"; done
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

writable() { mkdir -p "$1" 2>/dev/null && [ -w "$1" ]; }

# try_lock FILE: a symbolic link is made in one step and can name its owner; a dead owner's lock is broken, by one at a time.
try_lock() {
  local owner
  if ln -s "process-$$" "$1" 2>/dev/null; then
    locks+=("$1")
    return 0
  fi
  owner=$(readlink "$1") || return 1
  if kill -0 "${owner#process-}" 2>/dev/null || [ -d "/proc/${owner#process-}" ]; then return 1; fi
  if mkdir "$1.break" 2>/dev/null; then
    [ "$(readlink "$1")" != "$owner" ] || rm -f -- "$1"
    rmdir "$1.break"
  fi
  return 1
}

unlock() {
  [ "$(readlink "$1")" != "process-$$" ] || rm -f -- "$1"
}

# lock FILE: waits until it is ours.
lock() {
  local waited=0
  until try_lock "$1"; do
    waited=$((waited + 1))
    if [ $waited -eq 10 ]; then say "Waiting for another Hillock that builds or downloads (if there is none, delete $1)."; fi
    sleep 0.2
  done
}

# jdk_is_25 HOME: a JDK says its version in the file "release", which is quicker to read than to start it.
jdk_is_25() {
  local line found=1
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in
      JAVA_VERSION=\"25\"* | JAVA_VERSION=\"25.*) found=0 ;;
      JAVA_RUNTIME_VERSION=*) jdk_version=${line#*=} ;;
    esac
  done <"$1/release"
  return $found
}

# have_jdk: sets jdk and jdk_version if a JDK 25 is on this machine.
have_jdk() {
  local java
  jdk_version=25
  for jdk in "${JAVA_HOME-}" "${JDK_HOME-}"; do
    if [ -n "$jdk" ] && jdk_is_25 "$jdk"; then return 0; fi
  done
  if java=$(type -P java); then
    jdk=${java%/bin/java}
    if jdk_is_25 "$jdk"; then return 0; fi
    java=$(readlink -f "$java" 2>/dev/null) && jdk=${java%/bin/java}
    if jdk_is_25 "$jdk"; then return 0; fi
  fi
  for jdk in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* \
    {/opt/homebrew,/usr/local,/home/linuxbrew/.linuxbrew}/opt/openjdk{@25,}/libexec{/openjdk.jdk/Contents/Home,} \
    "$HOME"/.jdks/*{,/Contents/Home} "$HOME"/.gradle/jdks/*{,/Contents/Home} \
    {,"$HOME"}/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/* \
    "$cache"/jdk-25{,/Contents/Home}; do
    if jdk_is_25 "$jdk"; then return 0; fi
  done
  jdk=
  return 1
}

# download URL FILE: quiet, but for a progress bar on a terminal.
download() {
  if type -P curl >/dev/null; then
    if [ -t 2 ]; then curl -fL --progress-bar --retry 2 --connect-timeout 20 -o "$2" "$1"; else curl -fsL --retry 2 --connect-timeout 20 -o "$2" "$1"; fi
  else
    wget -q --tries=2 --timeout=20 -O "$2" "$1"
  fi
}

# has_checksum BITS SUM FILE
has_checksum() {
  if type -P "sha$1sum" >/dev/null; then
    [ "$("sha$1sum" <"$3")" = "$2  -" ]
  else
    [ "$(shasum -a "$1" <"$3")" = "$2  -" ]
  fi
}

# fetch NAME URL BITS SUM WHAT REMEDY: unpacks an archive's only folder as $cache/NAME, whole or not at all.
fetch() {
  local new=$cache/new-$1-$$
  litter+=("$new")
  mkdir -p "$new/unpacked"
  say "There is no $5 here: downloading it to $cache/$1 …"
  download "$2" "$new/archive" || give_up 2 "Downloading $5 from $2 failed: try again, or $6."
  has_checksum "$3" "$4" "$new/archive" || give_up 2 "What $2 sent does not have the right checksum and was thrown away: try again, or $6."
  tar -xzf "$new/archive" -C "$new/unpacked" || give_up 2 "Unpacking $5 in $cache failed (is the disk full?): free some space, or $6."
  rm -rf "${cache:?}/$1"
  mv "$new/unpacked"/* "$cache/$1"
  rm -rf "$new"
}

# begin_fetch WHAT REMEDY: ends with a sentence where nothing can be fetched, else takes the lock of the cache.
begin_fetch() {
  type -P curl >/dev/null || type -P wget >/dev/null || give_up 2 "There is no $1 here and neither curl nor wget to download it: $2."
  writable "$cache" || give_up 2 "There is no $1 here and $cache, where it could be downloaded to, cannot be written to: $2."
  lock "$cache/lock"
}

# fetch_temurin REMEDY: asks Adoptium for the newest JDK 25 for this machine and for its checksum.
fetch_temurin() {
  local system machine answer=$cache/temurin-$$ package sum url
  case $(uname -s) in Darwin) system=mac ;; *) system=linux ;; esac
  [ ! -e /etc/alpine-release ] || system=alpine-linux
  machine=$(uname -m)
  case $machine in arm64) machine=aarch64 ;; x86_64 | amd64) machine=x64 ;; esac
  litter+=("$answer")
  download "$temurin_api?os=$system&architecture=$machine&image_type=jdk&vendor=eclipse" "$answer" 2>/dev/null ||
    give_up 2 "There is no JDK 25 here and api.adoptium.net, where one could be had, cannot be reached: $1."
  package=$(tr -d '\n' <"$answer" | sed -n 's/.*"package" *: *{\([^}]*\)}.*/\1/p')
  sum=$(printf '%s' "$package" | sed -n 's/.*"checksum" *: *"\([0-9a-f]*\)".*/\1/p')
  url=$(printf '%s' "$package" | sed -n 's/.*"link" *: *"\(https:[^"]*\)".*/\1/p')
  rm -f "$answer"
  if [ -z "$sum" ] || [ -z "$url" ]; then
    give_up 2 "There is no JDK 25 here and api.adoptium.net has none for $system on $machine: $1."
  fi
  fetch jdk-25 "$url" 256 "$sum" 'JDK 25 (Eclipse Temurin, about 140 MB)' "$1"
}

# find_jdk: sets jdk (its home) and jdk_version, fetching Eclipse Temurin where no JDK 25 is found.
find_jdk() {
  if have_jdk; then return 0; fi
  local remedy='install a JDK 25, from https://adoptium.net say, and set JAVA_HOME to it'
  begin_fetch 'JDK 25' "$remedy"
  if ! have_jdk; then # nobody fetched it while we waited
    fetch_temurin "$remedy"
    have_jdk || give_up 2 "What was downloaded to $cache/jdk-25 is no JDK 25: $remedy."
  fi
  unlock "$cache/lock"
}

# maven_is_recent COMMAND: the plugins want 3.6.3; a Maven of which nothing can be told is taken at its word.
maven_is_recent() {
  local real core
  [ -x "$1" ] || return 1
  real=$(readlink -f "$1" 2>/dev/null) || real=$1
  for core in "${real%/bin/mvn}"/lib/maven-core-*.jar; do
    case ${core##*/maven-core-} in 2.* | 3.[0-5].* | 3.6.[0-2].*) return 1 ;; esac
  done
}

have_maven() {
  for mvn in "$(type -P mvn)" "${MAVEN_HOME:-$cache}/bin/mvn" "${M2_HOME:-$cache}/bin/mvn" "$HOME/.sdkman/candidates/maven/current/bin/mvn" \
    {/opt/homebrew,/usr/local,/home/linuxbrew/.linuxbrew,/opt/maven,/usr/share/maven}/bin/mvn "$cache/maven-$maven_version/bin/mvn"; do
    if maven_is_recent "$mvn"; then return 0; fi
  done
  return 1
}

# find_maven: sets mvn (the command), fetching a pinned Maven where none is found.
find_maven() {
  if have_maven; then return 0; fi
  local remedy='install Maven, from https://maven.apache.org say, and put mvn on the PATH'
  begin_fetch Maven "$remedy"
  have_maven || fetch "maven-$maven_version" "$maven_url" 512 "$maven_sha512" 'Maven (about 9 MB)' "$remedy"
  have_maven || give_up 2 "What was downloaded to $cache is no Maven: $remedy."
  unlock "$cache/lock"
}

# maven ARGUMENTS…: runs it in the checkout on the JDK 25.
maven() {
  (cd "$root" && JAVA_HOME=$jdk exec "$mvn" "$@")
}
