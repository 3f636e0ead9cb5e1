import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from '../bundle.ts'
import { buildClient } from './build-client.ts'

/** What of the bundled program is its public API, which no editor needs. */
const API = ['index.js', 'run.js']

/** Makes the programs of the extension in its `dist`: the client, and the whole of `mig`, which serves and which commands run. */
export async function buildExtension(dist: string): Promise<void> {
  rmSync(dist, { recursive: true, force: true })
  await bundle(join(dist, 'server'))
  for (const file of API) rmSync(join(dist, 'server', file))
  await buildClient(join(dist, 'extension.cjs'))
}
