import { cursorAt } from '../completion/cursor.ts'
import { readingsOf } from '../completion/grammar/grammar.ts'
import { readsOf } from '../completion/grammar/reading.ts'
import { Scene } from '../completion/scene.ts'
import type { Place } from '../place.ts'
import { listSignature } from './list-signature.ts'
import { openBracket } from './open-bracket.ts'
import type { Signature } from './signature.ts'
import { sqlSignature } from './sql-signature.ts'
import { typeSignature } from './type-signature.ts'

/** What stands between the brackets that the cursor is in. */
export function findSignature(place: Place): Signature | undefined {
  const cursor = cursorAt(place.parsed, place.offset)
  if (cursor === undefined || cursor.kind === 'string') return undefined
  const scene = new Scene(place, { snippets: false }, cursor)
  const readings = readingsOf(cursor.tokens).toSorted((a, b) => a.cost - b.cost)
  if (cursor.kind === 'sql') return sqlSignature(scene, readings)
  for (const reading of readings) {
    const reads = readsOf(reading)
    const open = openBracket(reads)
    if (open !== undefined) return typeSignature(open, reads, scene) ?? listSignature(open, reads, scene)
  }
  return undefined
}
