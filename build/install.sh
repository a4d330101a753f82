# Sourced by the scripts that install a program which tests need. They set program (its name) and minutes (how long they may take), and then
# define find_program (prints where the tests find it, or nothing) and set refused where it is not to be installed, to the reason.

refused=
log=$(mktemp)
trap 'rm -f "$log"' EXIT

give_up() {
  echo "There is no $program, so what needs it is not tested: $*" >&2
  exit 1
}

# have_or_install APT DNF APK BREW: says where the program is, and installs it first where it is nowhere. The packages are install_package's.
have_or_install() {
  local found
  found=$(find_program)
  if [[ -n $found ]]; then
    echo "found: $found"
    return
  fi

  [[ -z $refused ]] || give_up "$refused"
  install_package "$@"
  found=$(find_program)
  [[ -n $found ]] || give_up "it was installed, but not where the tests look."
  echo "installed: $found"
}

# install_package APT DNF APK BREW: the package's name with each package manager; for brew, words that may begin with --cask.
install_package() {
  echo "not found; installing it, for $minutes minutes at most"
  install_by_manager "$@" </dev/null >"$log" 2>&1 || give_up "it could not be installed: $(tail -n 3 "$log")"
}

install_by_manager() {
  if command -v apt-get >/dev/null; then
    as_root apt-get -qq update &&
      as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends "$1"
  elif command -v dnf >/dev/null; then
    as_root dnf --quiet --assumeyes install "$2"
  elif command -v apk >/dev/null; then
    as_root apk add --quiet "$3"
  elif command -v brew >/dev/null; then
    # shellcheck disable=SC2086 # It is words.
    bounded brew install --quiet $4
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
