#!/bin/sh
# Asks an address three times, ten seconds apart at most; where it never answers, restarts those of the units that run.
# usage: check-health.sh URL UNIT...
set -eu

if [ "$#" -lt 2 ]; then
  echo "usage: $0 URL UNIT..." >&2
  exit 2
fi
url=$1
shift

running=''
for unit in "$@"; do
  if systemctl is-active --quiet "$unit"; then
    running="$running $unit"
  fi
done
# Nothing runs that was to be watched: somebody has stopped it.
[ -n "$running" ] || exit 0

for try in 1 2 3; do
  if curl --silent --fail --noproxy '*' --max-time 5 --output /dev/null "$url"; then
    exit 0
  fi
  [ "$try" -eq 3 ] || sleep "${PRAVESH_CHECK_PAUSE:-5}"
done

echo "no answer from $url: restarting$running" >&2
for unit in $running; do
  systemctl restart "$unit"
done
