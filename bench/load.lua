-- [LOAD_LEFT=LEFT] wrk -t1 -c16 -d5s -s load.lua URL -- REQUESTS
-- REQUESTS holds one request a line: method, path, token and body, apart by tabs; they are sent in turn, again and again.
-- With LEFT each is sent once: a new refresh token in an answer is queued behind the others, and the requests that are
-- left at the end are written there.
queue, head, sent = {}, 1, 0
local threads, rotates, prepared = {}, false, {}

local function prepare(line)
  local method, path, token, body = line:match("^([^\t]*)\t([^\t]*)\t([^\t]*)\t(.*)$")
  local headers = { ["Content-Type"] = "application/json" }
  if token ~= "" then headers["Authorization"] = "Bearer " .. token end
  return wrk.format(method, path, headers, body ~= "" and body or nil)
end

function setup(thread) threads[#threads + 1] = thread end

function init(args)
  rotates = LEFT ~= nil
  for line in io.lines(args[1]) do
    queue[#queue + 1] = line
    if not rotates then prepared[#prepared + 1] = prepare(line) end
  end
  if not rotates then return end
  function response(_, _, body)
    local token = body:match('"refresh"%s*:%s*"([^"]+)"')
    if token then queue[#queue + 1] = 'POST\t/api/token/refresh/\t\t{"refresh":"' .. token .. '"}' end
  end
end

function request()
  sent = sent + 1
  local now = head
  if rotates then
    head = head + 1
    return prepare(queue[now])
  end
  head = head % #prepared + 1
  return prepared[now]
end

function done(summary, latency, _)
  local sentByAll = 0
  for _, thread in ipairs(threads) do sentByAll = sentByAll + thread:get("sent") end
  if LEFT then
    local file, lines = io.open(LEFT, "w"), threads[1]:get("queue")
    for at = threads[1]:get("head"), #lines do file:write(lines[at], "\n") end
    file:close()
  end
  local e = summary.errors
  io.write(string.format(
    '{"answered":%d,"sent":%d,"seconds":%.4f,"p50":%.3f,"p99":%.3f,"refused":%d,"broken":%d}\n',
    summary.requests, sentByAll, summary.duration / 1e6, latency:percentile(50) / 1000,
    latency:percentile(99) / 1000, e.status, e.connect + e.read + e.write + e.timeout))
end

LEFT = os.getenv("LOAD_LEFT")
