#!/usr/bin/env bash
# Makes a peer that Maven can resolve ready for scripts/bench.sh, which calls this: scripts/bench-peer.sh djl|nd4j|smile
# Its jars go to .hillock/bench/NAME/lib and its worker, bench/src/NAME, to .hillock/bench/NAME/classes.
set -eu

root=$(CDPATH='' cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=scripts/tools.sh
. "$root/scripts/tools.sh"

name=$1
app=$root/.hillock/bench/$(cat "$root/.hillock/bench/current")
source=$root/bench/src/$name
home=$root/.hillock/bench/$name
find_jdk

if [ ! -e "$home/resolved" ] || [ "$source/pom.xml" -nt "$home/resolved" ]; then
  find_maven
  rm -rf "$home"
  mkdir -p "$home"
  say "Resolving $name …"
  maven -B -ntp -f "$source/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DincludeScope=runtime -DoutputDirectory="$home/lib" >"$home/maven.log" 2>&1 ||
    give_up 2 "Maven could not resolve $name (connect to the network and try again; the log is $home/maven.log)."
  touch "$home/resolved"
fi

if [ ! -e "$home/compiled" ] || [ -n "$(find "$source/java" "$app"/hillock-bench-*.jar -newer "$home/compiled" -print -quit)" ]; then
  rm -rf "$home/classes"
  "$jdk/bin/javac" -nowarn -d "$home/classes" -cp "$(printf '%s:' "$app"/hillock-bench-*.jar "$home"/lib/*.jar)" \
    "$source"/java/hillock/bench/"$name"/*.java >"$home/javac.log" 2>&1 ||
    give_up 1 "The worker of $name does not compile (the log is $home/javac.log)."
  touch "$home/compiled"
fi
