import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { bundle, ROOT } from '../../scripts/bundle.ts'
import type { PostgresVersion } from './postgres-binaries.ts'
import { type PostgresServer, startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test file asks for the URL of a Postgres server, `GET /13`, `GET /18`, or for the folder of the built program, `GET /dist`. */
    postgresBroker: string
  }
}

/**
 * Vitest's global set-up: starts each Postgres server, and builds the program, when the first test file asks for it. At the
 * end the servers are stopped, and the built program is gone.
 */
export default async function serveServers(project: TestProject): Promise<() => Promise<void>> {
  const servers = new Map<PostgresVersion, Promise<PostgresServer>>()
  let built: Promise<string> | undefined
  const broker = createServer(async (request, response) => {
    response.setHeader('connection', 'close')
    try {
      if (request.url === '/dist') {
        built ??= buildProgram()
        response.end(await built)
        return
      }
      const version = Number(request.url?.slice(1)) as PostgresVersion
      if (!servers.has(version)) servers.set(version, startPostgres(version))
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
    const folder = await built?.catch(() => undefined)
    if (folder) rmSync(dirname(folder), { recursive: true, force: true })
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

/** In a folder of its own, from where it finds the packages of the repository. */
async function buildProgram(): Promise<string> {
  const cache = join(ROOT, 'node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const folder = join(mkdtempSync(join(cache, 'mig-test-')), 'dist')
  await bundle(folder)
  return folder
}
