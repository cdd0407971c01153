# Finds a JDK of the version that Parlance is built for and exports JAVA_HOME; sourced by ./mvnw and ./parlance.
# Maven's toolchains are not enough: Quarkus loads the application's classes inside Maven's own JVM while it builds.
# Looked at, in this order: JAVA_HOME, the java on the PATH, the usual places where systems put JDKs.

parlance_jdk_wanted=25

# Prints the feature version (25) of the JDK at $1, or nothing if there is no JDK.
parlance_jdk_version() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
  else
    "$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1
  fi
}

parlance_jdk_fits() {
  parlance_jdk_found=$(parlance_jdk_version "$1")
  [ -n "$parlance_jdk_found" ] && [ "$parlance_jdk_found" -ge "$parlance_jdk_wanted" ]
}

parlance_find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && parlance_jdk_fits "$JAVA_HOME"; then
    export JAVA_HOME
    return 0
  fi
  parlance_jdk_path=$(command -v java 2>/dev/null) || parlance_jdk_path=
  if [ -n "$parlance_jdk_path" ]; then
    parlance_jdk_path=$(readlink -f "$parlance_jdk_path" 2>/dev/null || printf '%s' "$parlance_jdk_path")
    parlance_jdk_path=${parlance_jdk_path%/bin/java}
    if parlance_jdk_fits "$parlance_jdk_path"; then
      JAVA_HOME=$parlance_jdk_path
      export JAVA_HOME
      return 0
    fi
  fi
  for parlance_jdk_dir in /usr/lib/jvm/* /usr/java/* /usr/local/java/* /opt/java/* /opt/*jdk* /opt/jdk/* \
    "${HOME:-/}"/.sdkman/candidates/java/* "${HOME:-/}"/.jdks/* "${HOME:-/}"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if parlance_jdk_fits "$parlance_jdk_dir"; then
      JAVA_HOME=$parlance_jdk_dir
      export JAVA_HOME
      return 0
    fi
  done
  echo "Parlance needs a JDK $parlance_jdk_wanted and found none: install one (for example Temurin $parlance_jdk_wanted) or point JAVA_HOME at it." >&2
  return 1
}
