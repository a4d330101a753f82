#!/usr/bin/env bash
# Installs what links native programs where the tests find nothing and this user may install packages; asks nothing.
# Ends with 0 where it is there now, and with 1 and the reason where it is not. Call it after the Release build.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

program="linker for native programs"
minutes=5
. build/install.sh

# The compiler that the SDK would link with; nothing where there is none.
find_linker() {
  dotnet exec tests/BorrowingWorkflow.Aot.Tests/bin/Release/net10.0/BorrowingWorkflow.Aot.Tests.dll where
}

path=$(find_linker)
if [[ -n $path ]]; then
  echo "found: $path"
elif [[ $(uname -s) != Linux || $(uname -m) != x86_64 ]]; then
  give_up "the native program is made on Linux for x64 only."
else
  install_package clang clang clang clang
  path=$(find_linker)
  [[ -n $path ]] || give_up "it was installed, but not where the tests look."
  echo "installed: $path"
fi
