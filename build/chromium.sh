#!/usr/bin/env bash
# Installs Chromium where the tests find none and this user may install packages; asks nothing.
# Ends with 0 where there is one now, and with 1 and the reason where there is none. Call it after the Release build.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

program=Chromium
minutes=5
. build/install.sh

# The browser that the tests would use; nothing where there is none.
find_program() {
  dotnet exec tests/BorrowingWorkflow.Desk.Tests/bin/Release/net10.0/BorrowingWorkflow.Desk.Tests.dll where
}

refused=${BORROWING_CHROMIUM:+"BORROWING_CHROMIUM names $BORROWING_CHROMIUM, and it is not there."}
have_or_install chromium chromium chromium "--cask chromium"
