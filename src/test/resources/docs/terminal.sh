# The reader's machine, for a bash session that runs the commands of the documentation: see org.rostrum.docs.Terminal.
set -eu -o pipefail
# What runs beside the session ends with it.
trap 'kill $(jobs -p) 2> /dev/null || true' EXIT

# The session's user may do everything that it does in its own directories.
sudo() { "$@"; }

stop_server() {
  if [ -f "$TERMINAL"/server.pid ]; then
    kill "$(cat "$TERMINAL"/server.pid)" 2>/dev/null || true
    while kill -0 "$(cat "$TERMINAL"/server.pid)" 2>/dev/null; do sleep 0.1; done
    rm "$TERMINAL"/server.pid
  fi
}

# A server is started beside the session, in place of the one before it, and the session goes on once it is ready.
java() {
  local last=${!#}
  if [[ $last != *quarkus-run.jar ]]; then
    command java -XX:TieredStopAtLevel=1 -Duser.home="$HOME" "$@"
    return
  fi
  stop_server
  QUARKUS_HTTP_PORT=$SERVER_PORT command java -XX:TieredStopAtLevel=1 -Duser.home="$HOME" "$@" > "$TERMINAL"/server.log 2>&1 &
  echo $! > "$TERMINAL"/server.pid
  until command curl -sf "http://127.0.0.1:$SERVER_PORT/q/health/live" > /dev/null; do
    if ! kill -0 "$(cat "$TERMINAL"/server.pid)" 2>/dev/null; then
      cat "$TERMINAL"/server.log >&2
      return 1
    fi
    sleep 0.1
  done
  if grep 'there is no such setting' "$TERMINAL"/server.log >&2; then
    return 1
  fi
}

# A stream that never ends is read beside the session, which goes on once the stream has begun.
curl() {
  if [[ " $* " != *" -sN "* ]]; then
    command curl "$@"
    return
  fi
  rm -f "$TERMINAL"/stream.headers
  command curl -D "$TERMINAL"/stream.headers "$@" > "$TERMINAL"/stream.txt &
  echo $! > "$TERMINAL"/stream.pid
  until [ -s "$TERMINAL"/stream.headers ]; do sleep 0.1; done
}
