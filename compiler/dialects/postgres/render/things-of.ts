import type { DbObject } from '../../../schema/objects/db-object.ts'
import { idOf } from '../../../schema/objects/object-key.ts'
import { isTypeObject } from '../../../schema/objects/type-object.ts'
import type { MadeThing } from '../../../sql/object/made-thing.ts'
import { madeThings } from '../../../sql/object/made-things.ts'
import { objectDefinition } from '../../../steps/objects/definitions.ts'
import { postgresObject } from '../objects/definitions.ts'
import { quoteIdentifier, quoteQName } from '../quote.ts'
import type { BackThing } from './kept-thing.ts'

/** What can be granted on, as the catalogs and statements call it. */
type Named = Omit<BackThing, 'unsaid'>

/** What an object of the family makes on which something can be granted. */
export function thingsOf(object: DbObject): readonly Named[] {
  if (object.kind === 'object') return madeThings(object.create.all!).flatMap(made => madeThing(made) ?? [])
  const called = postgresObject(object).commentOn(object as never)
  if (idOf(object).arguments !== undefined) {
    const signature = called.slice(called.indexOf(' ') + 1).replace('(*)', '()')
    const on = object.kind === 'procedure' ? called : `function ${signature}`
    return [{ catalog: 'pg_proc', found: signature, alter: called, on }]
  }
  const found = quoteQName(object.name)
  const [provided] = objectDefinition(object).provides(object as never)
  if (object.kind === 'sequence' || provided === undefined) return []
  if (isTypeObject(object)) return [{ catalog: 'pg_type', found, alter: called, on: `type ${found}` }]
  return provided.space === 'relation' ? [{ catalog: 'pg_class', found, alter: called, on: `table ${found}` }] : []
}

function madeThing({ what, name, target }: MadeThing): Named | undefined {
  if (name === undefined) return undefined
  const called = quoteIdentifier(name.name)
  switch (what) {
    case 'foreign table':
      return { catalog: 'pg_class', found: quoteQName(name), alter: target, on: `table ${quoteQName(name)}` }
    case 'server':
      return { catalog: 'pg_foreign_server', found: name.name, alter: target, on: `foreign server ${called}` }
    case 'foreign data wrapper':
      return { catalog: 'pg_foreign_data_wrapper', found: name.name, alter: target, on: target }
    case 'language':
      return { catalog: 'pg_language', found: name.name, alter: target, on: target }
    default:
      return undefined
  }
}
