#!/usr/bin/env bash
# Installs Chromium where the tests find none and this user may install packages; asks nothing.
# Ends with 0 where there is one now, and with 1 and the reason where there is none. Call it after the Release build.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

program=Chromium
minutes=5
. build/install.sh

# The browser that the tests would use; nothing where there is none.
find_chromium() {
  dotnet exec tests/BorrowingWorkflow.Desk.Tests/bin/Release/net10.0/BorrowingWorkflow.Desk.Tests.dll where
}

path=$(find_chromium)
if [[ -n $path ]]; then
  echo "found: $path"
elif [[ -n ${BORROWING_CHROMIUM:-} ]]; then
  give_up "BORROWING_CHROMIUM names $BORROWING_CHROMIUM, and it is not there."
else
  install_package chromium chromium chromium "--cask chromium"
  path=$(find_chromium)
  [[ -n $path ]] || give_up "it was installed, but not where the tests look."
  echo "installed: $path"
fi
