import type { AddressInfo } from 'node:net'
import { connect as connectTo, createServer, type Socket } from 'node:net'

/** A pooler that lends a session of the server for one transaction at a time, as PgBouncer does in transaction mode. */
export interface PoolingProxy {
  /** The URL of a database behind it. */
  readonly url: string
  readonly stop: () => Promise<void>
}

interface Backend {
  readonly socket: Socket
  /** What the server said when the session began, up to and with its first ReadyForQuery. */
  readonly greeting: Buffer
  client: Socket | undefined
}

const READY = 0x5a
const TERMINATE = 0x58
const IDLE = 0x49

/** Starts one with `size` sessions for the database of `url`; the client's own start-up message is thrown away. */
export async function startPoolingProxy(url: string, size: number): Promise<PoolingProxy> {
  const { hostname, port, pathname, username } = new URL(url)
  const backends: Backend[] = []
  for (let i = 0; i < size; i++) backends.push(await openBackend(Number(port), hostname, username, pathname.slice(1)))
  const waiting: { readonly client: Socket; readonly bytes: Buffer }[] = []

  const lend = (client: Socket, bytes: Buffer) => {
    const own = backends.find(backend => backend.client === client)
    const backend = own ?? backends.find(candidate => candidate.client === undefined)
    if (backend === undefined) return waiting.push({ client, bytes })
    backend.client = client
    return backend.socket.write(bytes)
  }
  for (const backend of backends) {
    onMessages(backend.socket, (type, bytes) => {
      backend.client?.write(bytes)
      if (type !== READY || bytes[5] !== IDLE) return
      backend.client = undefined
      const next = waiting.shift()
      if (next !== undefined) lend(next.client, next.bytes)
    })
  }
  const clients = new Set<Socket>()
  const server = createServer(client => {
    clients.add(client)
    client.on('error', () => {})
    client.once('data', () => {
      client.write(backends[0]!.greeting)
      onMessages(client, (type, bytes) => (type === TERMINATE ? client.end() : lend(client, bytes)))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `postgres://${username}@127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`,
    stop: async () => {
      for (const socket of [...clients, ...backends.map(backend => backend.socket)]) socket.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

/** "Start-up" in protocol-flow: version 3.0, then names and values, each ended by a zero. */
async function openBackend(port: number, host: string, user: string, database: string): Promise<Backend> {
  const socket = connectTo(port, host)
  socket.on('error', () => {})
  const words = Buffer.from(`user\0${user}\0database\0${database}\0application_name\0mig\0\0`)
  const head = Buffer.alloc(8)
  head.writeInt32BE(words.length + 8, 0)
  head.writeInt32BE(196608, 4)
  socket.write(Buffer.concat([head, words]))
  const chunks: Buffer[] = []
  await new Promise<void>(resolve => {
    socket.on('data', function greet(chunk: Buffer) {
      chunks.push(chunk)
      const all = Buffer.concat(chunks)
      if (all.at(-6) !== READY || all.at(-1) !== IDLE) return
      socket.off('data', greet)
      resolve()
    })
  })
  return { socket, greeting: Buffer.concat(chunks), client: undefined }
}

/** Cuts a stream into messages: a letter, a length, and the rest ("Message Formats" in protocol-message-formats). */
function onMessages(socket: Socket, each: (type: number, bytes: Buffer) => void): void {
  let rest: Buffer = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk])
    while (rest.length >= 5 && rest.length > rest.readInt32BE(1)) {
      const end = rest.readInt32BE(1) + 1
      each(rest[0]!, rest.subarray(0, end))
      rest = rest.subarray(end)
    }
  })
}
