#!/usr/bin/env bash
# Hillock and other libraries on the same work in turns A B A B, with times and the ratio of theirs to Hillock's:
#   scripts/bench.sh [--peers[=LIST]] [--only NAME] [--json] [--markdown] [--list] [--help]
#   scripts/bench.sh --jmh [REGEX and other arguments of JMH]: single kernels of Hillock
# Peers that are not here are skipped, and it is said how to get them. docs/benchmarks.md tells how to read it.
set -eu

root=$(CDPATH='' cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=scripts/tools.sh
. "$root/scripts/tools.sh"

state=$root/.hillock/bench
find_jdk
mkdir -p "$state" || give_up 2 "$root/.hillock cannot be written to, and the benchmarks have to be built there."

# Built by Maven when a source is newer than the last build.
lock "$state/lock"
if [ ! -e "$state/built" ] || [ -n "$(find "$root"/pom.xml "$root"/*/pom.xml "$root"/*/src/main -newer "$state/built" -print -quit)" ]; then
  find_maven
  touch "$state/begun"
  say 'Building the benchmarks …'
  maven -B -ntp -pl bench -am package -DskipTests -Dspotless.check.skip=true >"$state/build.log" 2>&1 ||
    give_up 1 "Building the benchmarks failed: the log is $state/build.log."
  # A copy, so that a build beside a measurement does not take its jars away; those of the run before stay as long.
  app=app-$(date +%s)-$$
  mkdir "$state/$app"
  cp "$root"/bench/target/hillock-bench-*.jar "$root"/bench/target/lib/*.jar "$state/$app"
  for old in "$state"/app-*; do
    case ${old##*/} in "$app" | "$(cat "$state/current" 2>/dev/null)") ;; *) rm -rf "$old" ;; esac
  done
  printf '%s\n' "$app" >"$state/current"
  mv "$state/begun" "$state/built"
fi
unlock "$state/lock"

path=$(printf '%s:' "$state/$(cat "$state/current")"/*.jar)
if [ "${1-}" = --jmh ]; then
  shift
  exec "$jdk/bin/java" -cp "$path" org.openjdk.jmh.Main "$@"
fi
exec "$jdk/bin/java" -Dhillock.bench.root="$root" -Dhillock.bench.state="$state" \
  -cp "$path" hillock.bench.Bench "$@"
