# Makes an archive that runs by itself. ./backstep reads this file, and has the functions and variables that it uses.

# What of Java the program needs, found by running all of it; of java.desktop the templates use java.beans alone.
modules=java.base,java.desktop,java.logging,java.management,java.naming,java.sql,java.xml,jdk.unsupported,jdk.zipfs

# Which packages of the tests those for a GPU are in, and use.
packages="gpu linalg network training benchmark/gpu"

make_bundle() {
  case "$*" in
    --gpu) name=backstep-$(platform)-gpu ;;
    "") name=backstep-$(platform) ;;
    *) wrong_call "Unknown: backstep bundle $*; there is \`backstep bundle\` and \`backstep bundle --gpu\`." ;;
  esac
  command -v xz >/dev/null 2>&1 || fail "A bundle is packed by xz, and there is none: install it (on Debian: apt-get install xz-utils)."
  folder=$home/target/bundle/$name
  rm -rf "$folder"
  mkdir -p "$folder/lib" "$folder/docs"
  is_built || build
  cp "$jar" "$folder/lib/backstep.jar"
  cp "$home/src/bundle/backstep" "$home/LICENSE" "$folder"
  cp -R "$home/docs/experiments" "$folder/docs/experiments"
  [ -z "$*" ] || add_gpu
  echo "Making a runtime image of $JAVA_HOME." >&2
  "$JAVA_HOME/bin/jlink" --add-modules "$modules" --strip-debug --no-header-files --no-man-pages \
    --output "$folder/runtime" >&2 || fail "The runtime image could not be made; the reason stands above."
  pack
}

# What reaches a GPU, and the tests and the benchmark of it.
add_gpu() {
  get_natives
  cp -R "$natives" "$folder/natives"
  maven test-compile dependency:copy-dependencies -Dmdep.prependGroupId=true "-DoutputDirectory=$folder/tests/lib" \
    -DincludeGroupIds=org.junit.jupiter,org.junit.platform,org.opentest4j,org.apiguardian >&2 ||
    fail "The tests could not be built; the reason stands above."
  for package in $packages; do
    mkdir -p "$folder/tests/classes/backstep/$package"
    cp -R "$home/target/test-classes/backstep/$package/." "$folder/tests/classes/backstep/$package"
  done
}

pack() {
  archive=$folder.tar.xz
  echo "Packing; this takes a minute." >&2
  tar -C "$home/target/bundle" -cf - "$name" | xz -T0 -4 >"$archive.new"
  mv -f "$archive.new" "$archive"
  printf '%s (%s MB)\n' "$archive" "$(wc -c <"$archive" | awk '{ printf "%.1f", $1 / 1e6 }')"
}
