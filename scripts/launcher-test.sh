#!/usr/bin/env bash
# shellcheck disable=SC2016,SC2034,SC2317
# Tests ./hillock: quickly, on a copy of the scripts whose Maven is a stub that hands out the last build's jars.
# With --full also on a fresh clone with the real Maven, fetched into an empty cache (needs the network, some minutes).
set -u

here=$(CDPATH='' cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=scripts/tools.sh
root=$here && . "$here/scripts/tools.sh"
# shellcheck source=scripts/build.sh
. "$here/scripts/build.sh"
find_jdk
is_built || { say "Run ./hillock first: these tests use what it built."; exit 2; }
jars=$app

work=$(mktemp -d)
litter+=("$work")
failed=0
tree="$work/a tree"
bin=$work/bin

# expect WHAT CODE PATTERN COMMAND…: its exit code, and a pattern somewhere in what it writes to stdout or stderr.
expect() {
  local what=$1 code=$2 pattern=$3 told status=0
  shift 3
  told=$("$@" 2>&1 </dev/null) || status=$?
  if [ $status -eq "$code" ] && printf '%s' "$told" | grep -q -- "$pattern"; then
    echo "ok    $what"
  else
    printf 'FAIL  %s: exit code %s, expected %s and "%s" in:\n%s\n' "$what" $status "$code" "$pattern" "$told"
    failed=1
  fi
}

# A checkout that can be built in no time: the stub counts its calls, and fails or hangs when told to.
fresh_tree() {
  rm -rf "$tree" "$work/calls" "$work/fails" "$work/hangs"
  mkdir -p "$tree/cli/src/main" "$bin"
  cp -R "$here/hillock" "$here/scripts" "$here/pom.xml" "$tree"
  cat >"$bin/mvn" <<'STUB'
#!/usr/bin/env bash
echo "$*" >>"$WORK/calls"
[ ! -e "$WORK/hangs" ] || { echo half >cli/target; sleep 30; }
[ ! -e "$WORK/fails" ] || { echo "[ERROR] COMPILATION ERROR: no semicolon"; exit 1; }
case " $* " in *" clean "*) rm -rf cli/target ;; esac
mkdir -p cli/target && cp -R "$JARS/hillock.jar" "$JARS/lib" cli/target
STUB
  chmod +x "$bin/mvn"
}

# hillock ENV… -- ARGS…: in the stub tree, with nothing of our own environment.
hillock() {
  local variables=()
  while [ "$1" != -- ]; do variables+=("$1"); shift; done
  shift
  env -i HOME="$work/home" PATH="$bin:/usr/bin:/bin" JAVA_HOME="$jdk" WORK="$work" JARS="$jars" \
    ${variables[@]+"${variables[@]}"} "${launcher:-$tree/hillock}" "$@"
}

builds() { if [ -e "$work/calls" ]; then wc -l <"$work/calls" | tr -d ' '; else echo 0; fi; }
expect_builds() { expect "$1" 0 "^$2\$" builds; }

fresh_tree
expect 'the first start builds and says so' 0 'Building Hillock' hillock -- --version
expect 'the second start does not' 0 '^hillock [0-9]' hillock -- --version
expect_builds 'one build so far' 1
expect 'an AOT cache was made' 0 . find "$tree/.hillock" -name '*.aot' -size +100k
for cache_file in "$tree"/.hillock/app-*/*.aot; do echo broken >"$cache_file"; done
expect 'a broken AOT cache is ignored' 0 '^hillock [0-9]' hillock -- --version

mkdir -p "$work/elsewhere/links"
ln -s "../../a tree/hillock" "$work/elsewhere/links/hillock"
ln -s links/hillock "$work/elsewhere/hillock"
cd "$work/elsewhere" || exit 1
launcher=hillock
expect 'a link to a link, found on the PATH' 0 '^hillock [0-9]' hillock "PATH=$work/elsewhere:$bin:/usr/bin:/bin" -- --version
launcher=./hillock
expect 'a link, from another directory' 0 '^hillock [0-9]' hillock -- --version
launcher=
expect 'bad input exits with 2' 2 'did you mean "help"' hillock -- hlep
expect 'names beyond ASCII survive the locale C' 2 'command "数据"' hillock LC_ALL=C -- 数据
expect 'LANG picks the language' 0 '用法' hillock LANG=zh_CN.UTF-8 -- help
expect 'JAVA_HOME is another JDK' 0 'Java 25' hillock JAVA_HOME=/usr/lib/jvm/none "PATH=$jdk/bin:/usr/bin:/bin" -- --version
expect 'options for Java' 0 '^hillock [0-9]' hillock 'HILLOCK_JAVA_OPTS=-Xmx99m -Dx=y' -- --version
expect_builds 'still one build' 1

sleep 0.01
touch "$tree/cli/src/main/New.java"
expect 'a newer source is built' 0 'Building Hillock' hillock -- --version
touch "$tree/cli/src/main/New.java" "$work/fails"
expect 'a failing build shows its log and exits with 1' 1 'no semicolon' hillock -- --version
expect 'and goes on failing' 1 'Building Hillock failed' hillock -- --version
rm "$work/fails"
expect 'until it is mended' 0 '^hillock [0-9]' hillock -- --version

fresh_tree
touch "$work/hangs"
set -m
hillock -- --version >/dev/null 2>&1 &
pid=$!
set +m
until [ -e "$tree/cli/target" ]; do sleep 0.05; done
kill -INT -- -$pid
wait $pid
expect 'Ctrl-C in a build exits with 130' 0 '^130$' echo $?
rm "$work/hangs"
expect 'the next start builds' 0 '^hillock [0-9]' hillock -- --version
expect 'and does so from scratch' 0 '^-B -ntp clean' tail -1 "$work/calls"

fresh_tree
pids=()
for _ in 1 2 3 4; do
  hillock -- --version >>"$work/started" 2>/dev/null &
  pids+=($!)
done
wait "${pids[@]}"
expect 'four first starts at once all succeed' 0 '^4$' grep -c '^hillock [0-9]' "$work/started"
expect_builds 'on one build' 1

# Everything that could be had from the network comes from a stub of curl, or fails.
fresh_tree
mkdir -p "$work/jdk/bin" "$work/home/.cache"
printf 'JAVA_VERSION="25.0.9"\n' >"$work/jdk/release"
for tool in java javac; do printf '#!/bin/sh\nexec "%s/bin/%s" "$@"\n' "$jdk" $tool >"$work/jdk/bin/$tool"; done
chmod +x "$work/jdk/bin/"*
tar -czf "$work/jdk.tar.gz" -C "$work" jdk
sum=$( (sha256sum || shasum -a 256) 2>/dev/null <"$work/jdk.tar.gz" | cut -d' ' -f1)
cat >"$bin/curl" <<'STUB'
#!/usr/bin/env bash
[ ! -e "$WORK/offline" ] || exit 6
while [ "$1" != -o ]; do shift; done
case $3 in
  *api.adoptium.net*) printf '[{"binary":{"installer":{"checksum":"0","link":"https://no"},\n"package": {\n "checksum": "%s", "link": "https://github.com/jdk.tar.gz"\n}}}]' "$(cat "$WORK/sum")" >"$2" ;;
  *) cp "$WORK/jdk.tar.gz" "$2" ;;
esac
STUB
chmod +x "$bin/curl"
# The copy of the scripts looks for a JDK in no place that this machine may have one.
sed 's|/usr/lib/jvm/\* .* \\$|\\|; s|{/opt/homebrew.*Home,}|/none|; s|{,"$HOME"}/Library|/none|' "$here/scripts/tools.sh" >"$tree/scripts/tools.sh"
touch "$work/offline"
expect 'no JDK and no network is one sentence' 2 'cannot be reached: install a JDK 25' hillock JAVA_HOME= -- --version
rm "$work/offline"
echo 00 >"$work/sum"
expect 'a JDK with a wrong checksum is thrown away' 2 'does not have the right checksum' hillock JAVA_HOME= -- --version
echo "$sum" >"$work/sum"
expect 'a JDK is downloaded' 0 'downloading it' hillock JAVA_HOME= -- --version
expect 'and used from then on' 0 '^hillock [0-9]' hillock JAVA_HOME= -- --version
expect 'a Maven with a wrong checksum is thrown away' 2 'does not have the right checksum' \
  env -i HOME="$work/home" WORK="$work" PATH="$bin:/usr/bin:/bin" bash -c \
  'root=; . "$0"; have_maven() { return 1; }; find_maven' "$here/scripts/tools.sh"
expect 'nothing half-fetched stays' 0 '^jdk-25 $' bash -c "ls -A '$work/home/.cache/hillock' | tr '\n' ' '"

if [ "${1-}" = --full ]; then
  rm -r "$bin" "${work:?}/home"
  git clone -q "$here" "$work/clone"
  expect 'a fresh clone' 0 '^hillock [0-9]' env -i HOME="$work/home" PATH=/usr/bin:/bin JAVA_HOME="$jdk" "$work/clone/hillock" --version
  expect 'stays clean' 0 '^0$' bash -c "git -C '$work/clone' status --short | wc -l | tr -d ' '"
  rm -rf "$work/clone/.hillock"
  sed 's|"$(type -P mvn)"|/none|; s|/usr/share/maven|/none|' "$here/scripts/tools.sh" >"$work/clone/scripts/tools.sh"
  expect 'Maven is downloaded and fills an empty repository' 0 'Maven (about 9 MB) here: downloading' \
    env -i HOME="$work/home" PATH=/usr/bin:/bin JAVA_HOME="$jdk" MAVEN_OPTS="-Dmaven.repo.local=$work/m2" "$work/clone/hillock" --version
  expect 'and builds' 0 '^hillock [0-9]' env -i HOME="$work/home" PATH=/usr/bin:/bin JAVA_HOME="$jdk" "$work/clone/hillock" --version
fi
exit $failed
