import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'
import type { PostgresVersion } from './postgres-binaries.ts'
import { type PostgresServer, startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test file asks for the URL of a Postgres server: `GET /13`, `GET /18`. */
    postgresBroker: string
  }
}

/** Vitest's global set-up: starts each Postgres server when the first test file asks for it, and stops them at the end. */
export default async function serveServers(project: TestProject): Promise<() => Promise<void>> {
  const servers = new Map<PostgresVersion, Promise<PostgresServer>>()
  const broker = createServer(async (request, response) => {
    const version = Number(request.url?.slice(1)) as PostgresVersion
    if (!servers.has(version)) servers.set(version, startPostgres(version))
    try {
      response.end((await servers.get(version)!).url)
    } catch (error) {
      response.writeHead(500).end(String(error))
    }
  })
  await new Promise<void>(resolve => broker.listen(0, '127.0.0.1', resolve))
  project.provide('postgresBroker', `http://127.0.0.1:${(broker.address() as AddressInfo).port}`)
  return async () => {
    broker.close()
    broker.closeAllConnections()
    await Promise.all(
      [...servers.values()].map(server =>
        server.then(
          running => running.stop(),
          () => {},
        ),
      ),
    )
  }
}
