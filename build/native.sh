#!/usr/bin/env bash
# Installs what links native programs where the tests find nothing and this user may install packages; asks nothing.
# Ends with 0 where it is there now, and with 1 and the reason where it is not. Call it after the Release build.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

program="linker for native programs"
minutes=5
. build/install.sh

# The compiler that the SDK would link with; nothing where there is none.
find_program() {
  dotnet exec tests/BorrowingWorkflow.Aot.Tests/bin/Release/net10.0/BorrowingWorkflow.Aot.Tests.dll where
}

[[ $(uname -s) == Linux && $(uname -m) == x86_64 ]] || refused="the native program is made on Linux for x64 only."
have_or_install clang clang clang clang
