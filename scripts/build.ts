import { join } from 'node:path'
import { bundle, ROOT } from './bundle.ts'
import { emitTypes } from './emit-types.ts'

/** Makes dist/: what `bundle` makes, and the types of the public API. */
const dist = join(ROOT, 'dist')
const { outputs } = await bundle(dist)
emitTypes(ROOT, join(dist, 'types'))

const bytes = Object.values(outputs).reduce((sum, output) => sum + output.bytes, 0)
console.log(`dist: ${Object.keys(outputs).length} bundles, ${Math.round(bytes / 1024)} KiB`)
