#!/usr/bin/env bash
# Checks the clients, and reports what changed for callers. Reads CONFIG, TARGETS, SINCE, FAIL_ON, COMMENT,
# PULL_REQUEST and GH_TOKEN, and the variables of GitHub Actions.
set -euo pipefail

mark='<!-- clientsmith -->'
longest=${LONGEST:-60000} # bytes; GitHub takes comments of up to 65,536 characters.
report=$(mktemp)
failed=0

config=()
[ -z "${CONFIG:-}" ] || config=(--config "$CONFIG")
read -r -a targets <<<"${TARGETS:-}"
for target in ${targets[@]+"${targets[@]}"}; do
    case $target in -*) echo "::error::no target is called $target"; exit 2 ;; esac
done

# Without this, a line of a document in a diff could be a command to the runner.
token=$(python3 -c 'import secrets; print(secrets.token_hex(16))')
echo "::stop-commands::$token"
clientsmith check ${config[@]+"${config[@]}"} ${targets[@]+"${targets[@]}"} 2>&1 || failed=$?
echo "::$token::"
if [ "$failed" != 0 ]; then
    echo "::error title=clientsmith check::a client is not what clientsmith generate writes; the log has the differences"
fi

since=${SINCE:-}
if [ -z "$since" ] && [ -n "${GITHUB_BASE_REF:-}" ]; then
    if ! git fetch --quiet --no-tags --depth=1 origin "refs/heads/$GITHUB_BASE_REF"; then
        echo "::error title=clientsmith diff::the base cannot be fetched: check out with fetch-depth 0, and name it as since"
        exit 1
    fi
    since=$(git rev-parse FETCH_HEAD)
fi
[ -n "$since" ] || exit "$failed"

diff=(clientsmith diff "--since=$since" ${config[@]+"${config[@]}"})
for target in ${targets[@]+"${targets[@]}"}; do diff+=(--target "$target"); done
[ -z "${FAIL_ON:-}" ] || fail=("--fail-on=$FAIL_ON")

"${diff[@]}" --format=markdown >"$report" || failed=$?
# Each line of it is an annotation, with the texts of the document escaped.
"${diff[@]}" --format=github ${fail[@]+"${fail[@]}"} || failed=$?

if [ "$(wc -c <"$report")" -gt "$longest" ]; then
    head -c "$longest" "$report" >"$report.cut"
    # Not in the middle of a line, nor of a character.
    sed -i '$d' "$report.cut"
    # shellcheck disable=SC2016
    printf '\n… and more, which `clientsmith diff` shows.\n' >>"$report.cut"
    mv "$report.cut" "$report"
fi
[ -z "${GITHUB_STEP_SUMMARY:-}" ] || cat "$report" >>"$GITHUB_STEP_SUMMARY"

post() {
    local comments="repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments" old
    { echo "$mark"; cat "$report"; } >"$report.body"
    old=$(gh api --paginate "$comments" \
        --jq '.[] | select(.user.type == "Bot" and (.body | startswith("<!-- clientsmith -->"))) | .id' | sed -n 1p) || return
    if [ -n "$old" ]; then
        gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$old" --field "body=@$report.body"
    elif grep -q '^- ' "$report"; then
        # A pull request that changes nothing for callers gets no comment.
        gh api --silent --method POST "$comments" --field "body=@$report.body"
    fi
}
if [ "${COMMENT:-}" = true ] && [[ "${PULL_REQUEST:-}" =~ ^[0-9]+$ ]]; then
    post || echo "::warning title=clientsmith::no comment: that needs pull-requests: write, which forks do not get; the summary has the report"
fi
exit "$failed"
