#!/usr/bin/env bash
# Installs PostgreSQL where the tests find none and this user may install packages; asks nothing.
# Ends with 0 where there is one now, and with 1 and the reason where there is none. Call it after the Release build.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

program=PostgreSQL
minutes=5
. build/install.sh

# The folder of the programs that the tests would use; nothing where there is none.
find_program() {
  dotnet exec tests/BorrowingWorkflow.PostgreSqlServer/bin/Release/net10.0/BorrowingWorkflow.PostgreSqlServer.dll where
}

refused=${BORROWING_POSTGRES_BIN:+"BORROWING_POSTGRES_BIN names $BORROWING_POSTGRES_BIN, and it is not there."}
have_or_install postgresql postgresql-server postgresql postgresql@17
