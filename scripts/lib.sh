# Shared by the scripts beside it: sentences, packages, the Rust toolchain, and the child processes to end.
# Sourced, never run. Callers have already said `set -euo pipefail`.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# What cargo needs to build the program: a C compiler for the bundled SQLite, certificates to fetch crates.
build_packages=(gcc libc6-dev pkg-config ca-certificates)
# What the window loads while it runs. All of them are loaded by name, so no linker and no `ldd` knows of them.
run_packages=(libx11-6 libxcursor1 libxi6 libx11-xcb1 libxkbcommon-x11-0 libegl1 libgl1 libglx-mesa0 libgl1-mesa-dri)
# A virtual display with a window manager, and hands and eyes for it.
display_packages=(xvfb openbox xdotool imagemagick)
# What only the tests use: window properties and close requests, accessibility, system call faults, PDF reading.
test_packages=(x11-utils wmctrl dbus at-spi2-core python3-pyatspi gir1.2-atspi-2.0 strace poppler-utils)

say() { printf '%s\n' "$*"; }

# Ends the script with one sentence on stderr.
fail() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

# Names the packages of "$@" that are not installed, one a line.
missing_packages() {
    local package
    for package in "$@"; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || say "$package"
    done
}

# Installs what is missing of "$@" where that is allowed without asking; else names it and ends.
need_packages() {
    local missing as_root=()
    if ! command -v dpkg-query >/dev/null; then
        say "This is not a Debian system, so nothing is installed. Needed are the equivalents of: $*"
        return
    fi
    mapfile -t missing < <(missing_packages "$@")
    [ "${#missing[@]}" -gt 0 ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        sudo -n true 2>/dev/null ||
            fail "these packages are missing; install them, then try again: sudo apt-get install ${missing[*]}"
        as_root=(sudo -n)
    fi
    say "Installing missing packages: ${missing[*]}"
    "${as_root[@]}" apt-get update -qq || say "The package lists could not be renewed; trying with the old ones."
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        "${missing[@]}" </dev/null >"${TMPDIR:-/tmp}/buku-pengunjung-apt.$$" 2>&1 || {
        tail -n 20 "${TMPDIR:-/tmp}/buku-pengunjung-apt.$$" >&2
        rm -f "${TMPDIR:-/tmp}/buku-pengunjung-apt.$$"
        fail "these packages could not be installed: ${missing[*]}"
    }
    rm -f "${TMPDIR:-/tmp}/buku-pengunjung-apt.$$"
}

# Finds cargo, and refuses a Rust that is older than Cargo.toml's `rust-version`.
need_rust() {
    local wanted found
    command -v cargo >/dev/null || PATH="$HOME/.cargo/bin:$PATH"
    command -v cargo >/dev/null || fail "cargo is missing; install Rust with rustup (https://rustup.rs), then try again."
    wanted=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' "$root/Cargo.toml")
    found=$(rustc --version | cut -d ' ' -f 2)
    [ "$(printf '%s\n' "$wanted" "$found" | sort -V | head -n 1)" = "$wanted" ] ||
        fail "Rust $wanted or newer is needed, and this is $found; run: rustup update stable"
}

# Processes that the script started, ended in reverse order. Only these: never anything by name.
children=()

end_children() {
    local at pid
    for ((at = ${#children[@]} - 1; at >= 0; at--)); do
        pid=${children[at]}
        kill "$pid" 2>/dev/null || continue
        wait "$pid" 2>/dev/null || true
    done
    children=()
}
