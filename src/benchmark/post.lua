-- For wrk: posts the lines of $BODIES in turn.
local bodies, at = {}, tonumber(os.getenv("START") or "0")
for line in io.lines(os.getenv("BODIES")) do bodies[#bodies + 1] = line end
local headers = { ["Content-Type"] = "application/json", ["Accept"] = os.getenv("ACCEPT") or "application/json" }
request = function()
  at = at + 1
  return wrk.format("POST", nil, headers, bodies[at % #bodies + 1])
end
done = function(s, latency)
  io.write(string.format('RESULT {"requests":%d,"us":%d,"errors":%d,"p50":%.0f,"p99":%.0f}\n', s.requests, s.duration,
    s.errors.status + s.errors.connect + s.errors.read + s.errors.timeout, latency:percentile(50), latency:percentile(99)))
end
