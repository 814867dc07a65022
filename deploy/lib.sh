# Shell functions shared by deploy/run, tests/run, .ci/run and deploy/check-fresh: packages, Node,
# the C++ build, the client's build and progress lines. Sourced by bash, never run; knows nothing of
# contests.

root_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
started_s=$SECONDS

say() { printf '%s\n' "$*"; }
die() {
    printf '%s\n' "$*" >&2
    exit 1
}

# What an operator reads: Vietnamese, then English.
tell() { printf '%s\n  %s\n' "$1" "$2"; }
die_tell() {
    printf '%s\n  %s\n' "$1" "$2" >&2
    exit 1
}

# 75 -> 1m15s
show_seconds() {
    if [ "$1" -ge 60 ]; then printf '%dm%02ds' $(($1 / 60)) $(($1 % 60)); else printf '%ds' "$1"; fi
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo "$@"
    else
        die_tell "Cần quyền root (hoặc sudo) để chạy: $*" "Root (or sudo) is needed to run: $*"
    fi
}

# 12, 13, or nothing on any other system.
debian_version() (
    ID='' VERSION_ID=''
    [ -r /etc/os-release ] && . /etc/os-release
    if [ "$ID" = debian ] && { [ "$VERSION_ID" = 12 ] || [ "$VERSION_ID" = 13 ]; }; then
        printf '%s' "$VERSION_ID"
    fi
)

# packages_for run|tests|ci 12|13: what is needed beyond a bare system, one name a line.
packages_for() {
    local boost=''
    [ "$2" = 12 ] && boost=1.81  # The default of Debian 12 is 1.74, without Boost.URL.
    local list=(ca-certificates cmake ninja-build g++ "libboost${boost}-dev"
        "libboost-json${boost}-dev" "libboost-url${boost}-dev" "libboost-container${boost}-dev"
        "libboost-program-options${boost}-dev" libsqlite3-dev libssl-dev libargon2-dev libicu-dev
        libgoogle-perftools-dev)
    if [ "$1" != run ]; then list+=(catch2 ccache chromium curl jq procps sqlite3); fi
    if [ "$1" = ci ]; then
        if [ "$2" = 12 ]; then list+=(clang-format-14 clang-tidy-14); else list+=(clang-tidy); fi
    fi
    printf '%s\n' "${list[@]}"
}

# Of the names given, those that are not installed.
missing_packages() {
    local installed name
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' 2>/dev/null |
        sed -n 's/^installed //p')
    for name in "$@"; do
        grep -qxF -- "$name" <<<"$installed" || printf '%s\n' "$name"
    done
}

# Says what will be installed, then installs it. Silent and quick when nothing is missing.
install_packages() {
    local missing
    missing=$(missing_packages "$@" | tr '\n' ' ')
    [ -n "$missing" ] || return 0
    tell "Sẽ cài các gói Debian còn thiếu (missing packages, to be installed now):" "$missing"
    local options=(-o DPkg::Lock::Timeout=300 -o Acquire::Retries=3)
    as_root env DEBIAN_FRONTEND=noninteractive apt-get "${options[@]}" -qq update
    # The list of names is split on purpose.
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive apt-get "${options[@]}" -qq -y \
        -o Dpkg::Use-Pty=0 --no-install-recommends install $missing >"$(log_file packages)" 2>&1 ||
        {
            tail -n 20 "$(log_file packages)" >&2
            die_tell "Không cài được gói." "apt-get failed."
        }
    tell "Đã cài xong ($(show_seconds $((SECONDS - started_s))))." "Packages are in."
}

log_file() {
    mkdir -p "$root_dir/build/logs"
    printf '%s/build/logs/%s.log' "$root_dir" "$1"
}

# ensure_packages run|tests|ci: everything the C++ side of that purpose needs.
ensure_packages() {
    local version
    version=$(debian_version)
    if [ -z "$version" ]; then
        [ "${THITUYEN_PACKAGES:-}" = ready ] && return 0
        die "Hệ điều hành này không phải Debian 12 hoặc 13. Hãy tự cài các phần mềm tương đương với
các gói dưới đây rồi chạy lại với THITUYEN_PACKAGES=ready:
  This system is neither Debian 12 nor 13. Install the equivalents of the packages below (CMake >=
  3.25, g++ >= 12, Boost >= 1.81, OpenSSL 3, Node >= 20.19 with npm), then run again with
  THITUYEN_PACKAGES=ready:
$(packages_for "$1" 13 | sed 's/^/    /')
    nodejs npm"
    fi
    local list
    mapfile -t list < <(packages_for "$1" "$version")
    install_packages "${list[@]}"
}

# Node 20.19 or later (the floor of the client's build tool), with npm.
node_is_enough() {
    command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 &&
        node -e 'const [a, b] = process.versions.node.split(".").map(Number);
                 process.exit(a > 22 || (a === 22 && b >= 12) || (a === 20 && b >= 19) ? 0 : 1)'
}

# Puts a good Node first in PATH: the system's where it is new enough, else Debian 13's package,
# else the one that deploy/node/package-lock.json pins, from npm, in tools/ of the checkout.
ensure_node() {
    node_is_enough && return 0
    if [ "$(debian_version)" = 13 ] && ! command -v node >/dev/null 2>&1; then
        install_packages nodejs npm
        node_is_enough && return 0
    fi
    local bin="$root_dir/tools/node/bin" modules="$root_dir/tools/node/node_modules"
    if ! cmp -s "$root_dir/deploy/node/package-lock.json" "$root_dir/tools/node/.installed"; then
        if ! command -v npm >/dev/null 2>&1; then
            [ -n "$(debian_version)" ] ||
                die_tell "Cần Node >= 20.19 và npm." "Node >= 20.19 and npm are needed."
            install_packages nodejs npm
        fi
        tell "Node của hệ thống quá cũ: cài bản đã chốt trong deploy/node vào tools/node." \
            "The system's Node is too old: the one pinned in deploy/node goes into tools/node."
        mkdir -p "$root_dir/tools/node"
        cp "$root_dir"/deploy/node/package*.json "$root_dir/tools/node/"
        (cd "$root_dir/tools/node" && npm ci --ignore-scripts --no-audit --no-fund) \
            >"$(log_file node)" 2>&1 ||
            {
                tail -n 20 "$(log_file node)" >&2
                die_tell "Không cài được Node." "npm ci failed."
            }
        mkdir -p "$bin"  # The npm of Debian 12 makes no link for an optional package.
        ln -sfr "$modules"/node-linux-*/bin/node "$bin/node"
        ln -sfr "$modules/npm/bin/npm-cli.js" "$bin/npm"
        ln -sfr "$modules/npm/bin/npx-cli.js" "$bin/npx"
        cp "$root_dir/deploy/node/package-lock.json" "$root_dir/tools/node/.installed"
    fi
    PATH="$bin:$PATH"
    export PATH
    node_is_enough ||
        die_tell "Node trong tools/node không chạy được." "The Node in tools/node does not run."
}

# Compile jobs: as many as cores, but leaving 1.5 GiB of memory to each.
job_count() {
    local cores memory_kb jobs
    cores=$(nproc 2>/dev/null || echo 1)
    memory_kb=$(sed -n 's/^MemAvailable: *\([0-9]*\) kB/\1/p' /proc/meminfo)
    jobs=$((${memory_kb:-1500000} / 1500000))
    [ "$jobs" -ge 1 ] || jobs=1
    [ "$jobs" -le "$cores" ] || jobs=$cores
    printf '%s' "$jobs"
}

# show_progress LOG: passes a build's output through to LOG; on screen, one changing line in a
# terminal, else a line for every tenth of the way.
show_progress() {
    local line last=-1 tenth
    while IFS= read -r line; do
        printf '%s\n' "$line" >>"$1"
        [[ $line =~ ^\[([0-9]+)/([0-9]+)\] ]] || continue
        if [ -t 1 ]; then
            printf '\r  %s/%s\033[K' "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}"
        else
            tenth=$((BASH_REMATCH[1] * 10 / BASH_REMATCH[2]))
            if [ "$tenth" -gt "$last" ] && [ "${BASH_REMATCH[2]}" -gt 10 ]; then
                printf '  %s/%s\n' "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}"
                last=$tenth
            fi
        fi
    done
    if [ -t 1 ]; then printf '\r\033[K'; fi
}

# build_cpp PRESET [TARGET...]: configures once, builds, shows progress; returns 1 with the errors.
build_cpp() {
    local preset=$1 log targets=()
    shift
    [ $# -gt 0 ] && targets=(--target "$@")
    log=$(log_file "build-$preset")
    : >"$log"
    if [ ! -f "$root_dir/build/$preset/build.ninja" ]; then
        (cd "$root_dir" && cmake --preset "$preset") >>"$log" 2>&1 ||
            { tail -n 30 "$log"; return 1; }
    fi
    (cd "$root_dir" && cmake --build --preset "$preset" -j "$(job_count)" "${targets[@]}" 2>&1) |
        show_progress "$log"
    if [ "${PIPESTATUS[0]}" -ne 0 ]; then
        grep -nE 'error|FAILED|undefined reference' "$log" | head -n 40
        say "  (all of it: ${log#"$root_dir"/})"
        return 1
    fi
}

# One hash over everything that the client's build reads.
web_fingerprint() {
    (cd "$root_dir" && { find web docs/api -type f \
        -not -path 'web/node_modules/*' -not -path 'web/dist/*' -print0 2>/dev/null || true; } |
        LC_ALL=C sort -z | xargs -0 -r sha256sum | sha256sum | cut -d' ' -f1)
}

# node_modules as the lock file says; nothing to do when it did not change.
install_web() {
    cmp -s "$root_dir/web/package-lock.json" "$root_dir/web/node_modules/.installed" && return 0
    (cd "$root_dir/web" && npm ci --no-audit --no-fund) >"$(log_file web-install)" 2>&1 ||
        { tail -n 20 "$(log_file web-install)"; return 1; }
    cp "$root_dir/web/package-lock.json" "$root_dir/web/node_modules/.installed"
}

# Builds web/dist unless it is already made from these very sources.
build_web() {
    local now stamp="$root_dir/build/web.fingerprint"
    now=$(web_fingerprint)
    [ -f "$root_dir/web/dist/index.html" ] && [ "$now" = "$(cat "$stamp" 2>/dev/null)" ] && return 0
    install_web || return 1
    (cd "$root_dir/web" && npm run build) >"$(log_file web-build)" 2>&1 ||
        { tail -n 30 "$(log_file web-build)"; return 1; }
    mkdir -p "$root_dir/build"
    web_fingerprint >"$stamp"  # Again: a build may write generated sources.
}
