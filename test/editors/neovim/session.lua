-- Run by neovim.test.ts: nvim --headless -u CONFIG FILE -c 'luafile session.lua'. What was seen goes to $SEEN as JSON.
local seen = {}

local function finish()
  local out = io.open(vim.env.SEEN, 'w')
  out:write(vim.json and vim.json.encode(seen) or vim.fn.json_encode(seen))
  out:close()
  vim.cmd('qall!')
end

local function wait(what, is_so)
  local ok = vim.wait(20000, is_so, 20)
  if not ok then
    seen.failed = what
    seen.messages = vim.fn.execute('messages')
    finish()
  end
  return ok
end

local function lines(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer or 0, 0, -1, false), '\n') .. '\n'
end

local function codes()
  local found = {}
  for _, item in ipairs(vim.diagnostic.get(0)) do
    found[#found + 1] = item.code or (item.user_data and item.user_data.lsp and item.user_data.lsp.code)
  end
  table.sort(found)
  return found
end

local function put_cursor(pattern)
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  vim.fn.search(pattern, 'e')
end

local function ask(method, more)
  local params = vim.tbl_extend('force', vim.lsp.util.make_position_params(), more or {})
  local answers = vim.lsp.buf_request_sync(0, method, params, 20000) or {}
  for _, answer in pairs(answers) do
    if answer.result then return answer.result end
  end
end

seen.filetype = vim.bo.filetype
if not wait('attach', function() return next(vim.lsp.buf_get_clients(0)) ~= nil end) then return end
if not wait('diagnostics', function() return #codes() > 0 end) then return end
seen.codes = codes()

put_cursor('-> customer')
local items = ask('textDocument/completion', { context = { triggerKind = 1 } })
seen.completion = {}
for _, item in ipairs(items.items or items) do seen.completion[#seen.completion + 1] = item.label end

vim.cmd([[%s/-> customerz/-> customers/]])
if not wait('mended', function() return #codes() == 0 end) then return end

put_cursor('table customers')
local hover = ask('textDocument/hover')
seen.hover = hover and hover.contents.value

vim.lsp.buf.rename('clients')
if not wait('rename', function() return lines():find('table clients was customers', 1, true) end) then return end
seen.renamed = lines()
for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
  if vim.api.nvim_buf_get_name(buffer):find('orders.mig', 1, true) then
    seen.other = lines(buffer)
  end
end

vim.cmd([[%s/^  id .*/  id    bigint      identity primary/]])
if vim.lsp.buf.format then vim.lsp.buf.format({ timeout_ms = 20000 }) else vim.lsp.buf.formatting_sync(nil, 20000) end
seen.formatted = lines()
finish()
