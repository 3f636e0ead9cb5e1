import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** How a made-up `mig` behaves. */
export interface FakeMig {
  readonly version?: string
  /** Whether it has a language server. */
  readonly serves?: boolean
  /** What it tells with `mig/status`, once for each. */
  readonly statuses?: readonly object[]
  /** What a command answers with `--json`, by its first word. */
  readonly answers?: Readonly<Record<string, object>>
}

/** Writes a `mig` that was installed with npm into a folder, and says where its script is. */
export function installFakeMig(folder: string, behaviour: FakeMig = {}): string {
  const script = join(folder, 'node_modules/mig/dist/mig.js')
  writeFakeMig(script, behaviour)
  const manifest = { name: 'mig', version: behaviour.version ?? '9.9.9', bin: { mig: 'dist/mig.js' } }
  writeFileSync(join(folder, 'node_modules/mig/package.json'), JSON.stringify(manifest))
  return script
}

/**
 * Writes the script of a `mig` that speaks the protocol and knows nothing: what it is told stands in `calls.jsonl` beside it, the
 * arguments of a process and the messages of a client a line each.
 */
export function writeFakeMig(script: string, behaviour: FakeMig): void {
  mkdirSync(dirname(script), { recursive: true })
  writeFileSync(
    script,
    `const behaviour = ${JSON.stringify({ version: '9.9.9', serves: true, ...behaviour })}\n${PROGRAM}`,
  )
}

const PROGRAM = `
const { appendFileSync } = require('node:fs')
const note = value => appendFileSync(require('node:path').join(__dirname, 'calls.jsonl'), JSON.stringify(value) + '\\n')
const words = process.argv.slice(2)
note({ words, cwd: process.cwd(), asNode: process.env.ELECTRON_RUN_AS_NODE })
if (words[0] === '--version') console.log('mig ' + behaviour.version)
else if (words[0] !== 'lsp') answerCommand()
else if (!behaviour.serves) fail()
else if (words[1] === '--stdio') serve()
else console.log('mig lsp --stdio')

function fail() {
  console.error("There is no command '" + words[0] + "'.")
  process.exitCode = 2
}

function answerCommand() {
  const answer = (behaviour.answers || {})[words[0]]
  if (answer === undefined) return fail()
  console.log(JSON.stringify(answer))
  process.exitCode = answer.error ? 1 : 0
}

function serve() {
  let buffer = Buffer.alloc(0)
  process.stdin.on('data', data => {
    buffer = Buffer.concat([buffer, data])
    for (;;) {
      const end = buffer.indexOf('\\r\\n\\r\\n')
      if (end === -1) return
      const length = Number(/Content-Length: (\\d+)/.exec(buffer.subarray(0, end))[1])
      if (buffer.length < end + 4 + length) return
      const message = JSON.parse(buffer.subarray(end + 4, end + 4 + length))
      buffer = buffer.subarray(end + 4 + length)
      take(message)
    }
  })
}

function send(message) {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message })
  process.stdout.write('Content-Length: ' + Buffer.byteLength(body) + '\\r\\n\\r\\n' + body)
}

function take({ id, method, params }) {
  note({ method, params: method === 'initialize' ? { rootUri: params.rootUri } : params })
  if (method === 'initialize') {
    const workspace = { textDocumentContent: { schemes: ['mig-sql', 'mig-schema'] } }
    send({ id, result: { capabilities: { executeCommandProvider: { commands: ['mig.open'] }, workspace } } })
  } else if (method === 'initialized') {
    for (const status of behaviour.statuses || []) send({ method: 'mig/status', params: status })
  } else if (method === 'workspace/executeCommand' && params.arguments[0] === 'crash') process.exit(1)
  else if (method === 'workspace/executeCommand') {
    send({ id: 'show', method: 'window/showDocument', params: { uri: params.arguments[0], takeFocus: false } })
    send({ id, result: null })
  } else if (method === 'workspace/textDocumentContent') send({ id, result: { text: '-- ' + params.uri } })
  else if (method === 'shutdown') send({ id, result: null })
  else if (method === 'exit') process.exit(0)
}
`
