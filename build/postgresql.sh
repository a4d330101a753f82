#!/usr/bin/env bash
# Installs PostgreSQL where the tests find none and this user may install packages; asks nothing.
# Ends with 0 where there is one now, and with 1 and the reason where there is none. Call it after the Release build.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

minutes=5
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# The folder of the programs that the tests would use; nothing where there is none.
find_postgresql() {
  dotnet exec tests/BorrowingWorkflow.PostgreSqlServer/bin/Release/net10.0/BorrowingWorkflow.PostgreSqlServer.dll where
}

give_up() {
  echo "There is no PostgreSQL, so what needs it is not tested: $*" >&2
  exit 1
}

install_postgresql() {
  if command -v apt-get >/dev/null; then
    as_root apt-get -qq update &&
      as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends postgresql
  elif command -v dnf >/dev/null; then
    as_root dnf --quiet --assumeyes install postgresql-server
  elif command -v apk >/dev/null; then
    as_root apk add --quiet postgresql
  elif command -v brew >/dev/null; then
    bounded brew install --quiet postgresql@17
  else
    echo "no apt-get, dnf, apk or brew"
    return 1
  fi
}

as_root() {
  if ((EUID == 0)); then
    bounded "$@"
  elif sudo -n true 2>/dev/null; then
    bounded sudo -n "$@"
  else
    echo "this user is not root and may not use sudo without a password"
    return 1
  fi
}

# macOS has no timeout.
bounded() {
  if command -v timeout >/dev/null; then
    timeout "${minutes}m" "$@"
  else
    "$@"
  fi
}

folder=$(find_postgresql)
if [[ -n $folder ]]; then
  echo "found in $folder"
elif [[ -n ${BORROWING_POSTGRES_BIN:-} ]]; then
  give_up "BORROWING_POSTGRES_BIN names $BORROWING_POSTGRES_BIN, and it is not there."
else
  echo "not found; installing it, for $minutes minutes at most"
  install_postgresql </dev/null >"$log" 2>&1 || give_up "it could not be installed: $(tail -n 3 "$log")"
  folder=$(find_postgresql)
  [[ -n $folder ]] || give_up "it was installed, but not where the tests look."
  echo "installed in $folder"
fi
