# What tests/run and .ci/run share: counting, one line of result for each part, and reading the
# summaries of the test runners. Needs deploy/lib.sh.

passed=0 failed=0 skipped=0 failed_parts=''

# part NAME PASSED FAILED SKIPPED STARTED_S: adds to the sums and prints the part's line.
part() {
    passed=$((passed + $2)) failed=$((failed + $3)) skipped=$((skipped + $4))
    local note=''
    [ "$4" -eq 0 ] || note=", $4 skipped"
    if [ "$3" -gt 0 ]; then failed_parts+=" $1"; fi
    printf '%s %-24s %s passed, %s failed%s (%s)\n' \
        "$([ "$3" -eq 0 ] && printf ok || printf 'NOT OK')" "$1" "$2" "$3" "$note" \
        "$(show_seconds $((SECONDS - $5)))"
}

# check NAME COMMAND...: a part that is one check, by exit code; its output is shown if it fails.
check() {
    local name=$1 start=$SECONDS log
    shift
    log=$(log_file "check-${name//\//-}")
    if "$@" >"$log" 2>&1 </dev/null; then
        part "$name" 1 0 0 "$start"
    else
        tail -n 60 "$log"
        part "$name" 0 1 0 "$start"
    fi
}

closing_line() {
    [ -z "$failed_parts" ] || say "Failed:$failed_parts"
    if [ "$skipped" -gt 0 ]; then
        say "$passed passed, $failed failed, $skipped skipped"
    else
        say "$passed passed, $failed failed"
    fi
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}

# count_catch LOG EXIT_CODE: reads a log of Catch2 (version 2 or 3), prints "passed failed skipped",
# counted in test cases. A test case that cannot run prints one line "skipped: why" and counts as
# skipped. Without a summary (a crash), or with an exit code that the summary does not explain, one
# failure is counted.
count_catch() {
    awk -v code="$2" '
        /^skipped: / { skips++ }
        /^All tests passed \(/ {
            match($0, /in [0-9]+ test case/)
            ok = substr($0, RSTART + 3) + 0
            seen = 1
        }
        /^test cases: / {
            seen = 1
            n = split($0, field, /[:|]/)
            for (i = 2; i <= n; i++) {
                if (field[i] ~ /failed as expected/) ok += field[i]
                else if (field[i] ~ /passed/) ok += field[i]
                else if (field[i] ~ /failed/) bad += field[i]
                else if (field[i] ~ /skipped/) native += field[i]
            }
        }
        END {
            if (skips > ok) skips = ok
            if (!bad && (code != 0 || !seen)) bad = 1
            print ok - skips + 0, bad + 0, skips + native + 0
        }' "$1"
}

# catch_suite PRESET NAME: runs build/PRESET/tests/test_NAME.
catch_suite() {
    local log code=0 start=$SECONDS counts
    log=$(log_file "$1-test_$2")
    (cd "$root_dir" && timeout 900 "build/$1/tests/test_$2") >"$log" 2>&1 </dev/null || code=$?
    read -r -a counts <<<"$(count_catch "$log" "$code")"
    if [ "${counts[1]}" -gt 0 ]; then
        tail -n 80 "$log"
        say "  (exit code $code; all of it: ${log#"$root_dir"/})"
    elif [ "${counts[2]}" -gt 0 ]; then
        grep '^skipped: ' "$log" | sort | uniq -c | sed 's/^ */  /'
    fi
    part "$([ "$1" = dev ] || printf '%s/' "$1")test_$2" "${counts[@]}" "$start"
}

node_log() {
    local name=${1%.test.mjs}
    log_file "node-${name//\//-}"
}

# run_node FILE: one file of node:test; leaves its reports beside its log, and how long it took.
run_node() {
    local log start=$SECONDS code=0
    log=$(node_log "$1")
    (cd "$root_dir" && timeout 1200 node --test \
        --test-reporter=spec --test-reporter-destination=stdout \
        --test-reporter=tap --test-reporter-destination="${log%.log}.tap" "$1") \
        >"$log" 2>&1 </dev/null || code=$?
    printf '%s %s\n' "$code" $((SECONDS - start)) >"${log%.log}.code"
}

# count_node FILE: what run_node has left, counted by its TAP report.
count_node() {
    local log code took counts
    log=$(node_log "$1")
    read -r code took <"${log%.log}.code"
    read -r -a counts <<<"$(awk -v code="$code" '
        /^# pass / { ok = $3 }
        /^# (fail|cancelled) / { bad += $3 }
        /^# (skipped|todo) / { skip += $3 }
        END {
            if (!bad && (code != 0 || ok + skip == 0)) bad = 1
            print ok + 0, bad + 0, skip + 0
        }' "${log%.log}.tap")"
    [ "${counts[1]}" -eq 0 ] || tail -n 80 "$log"
    part "${1%.test.mjs}" "${counts[@]}" $((SECONDS - took))
}

# node_suites AT_ONCE FILE...: so many at a time, told in their order. A life waits for its server
# half of the time, and two of them share nothing.
node_suites() {
    local at_once=$1 files pids=() i
    shift
    files=("$@")
    for ((i = 0; i < ${#files[@]} + at_once; i++)); do
        if [ "$i" -ge "$at_once" ] && [ $((i - at_once)) -lt ${#files[@]} ]; then
            wait "${pids[i - at_once]}"
            count_node "${files[i - at_once]}"
        fi
        if [ "$i" -lt ${#files[@]} ]; then
            run_node "${files[i]}" &
            pids[i]=$!
        fi
    done
}
