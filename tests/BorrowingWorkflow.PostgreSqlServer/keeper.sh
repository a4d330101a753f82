# Makes a PostgreSQL cluster in a new folder, says the folder's name, and takes both away when standard input ends.
# The process that started this holds the other end and never writes, so the input ends when that process does, even by kill -9.
# Arguments: the folder of the binaries, the folder to work in, the locale. Environment: BORROWING_POSTGRES_PASSWORD.
set -eu
umask 077
bin=$1 parent=$2 locale=$3

# A Ctrl-C goes to the whole group; the folder is to be cleared all the same.
trap '' INT TERM HUP
folder=$(mktemp -d "$parent/borrowing-postgres-XXXXXX")
trap 'cd /; rm -rf "$folder"' EXIT
cd "$folder"

printf '%s\n' "$BORROWING_POSTGRES_PASSWORD" >password
"$bin/initdb" -D data -U postgres --pwfile=password --auth-local=trust --auth-host=scram-sha-256 \
  --encoding=UTF8 --locale="$locale" --no-sync >initdb.log 2>&1 || {
  cat initdb.log >&2
  exit 1
}
echo "$folder"
exec >/dev/null 2>&1

read -r _ || :
"$bin/pg_ctl" stop -D data -m immediate -w -t 10 || {
  # It hangs, or was killed and left its shared memory behind: the file's seventh line has the key and the id.
  kill -9 "$(head -n 1 data/postmaster.pid)" || :
  ipcrm -m "$(sed -n 's/.* //; 7p' data/postmaster.pid)" || :
}
