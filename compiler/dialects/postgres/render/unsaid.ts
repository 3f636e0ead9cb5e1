import { forDialect } from '../../../schema/dialect.ts'
import type { DbObject } from '../../../schema/objects/db-object.ts'
import { madeThings } from '../../../sql/object/made-things.ts'
import type { Unsaid } from './kept-thing.ts'
import type { Rendering } from './rendering.ts'

interface Commented {
  readonly comment?: string
  readonly columns?: readonly { readonly comment?: string }[]
  readonly indexes?: readonly { readonly comment?: string }[]
}

/** What the schema says nothing of, of what the database holds under a key such as `view shown`. */
export function unsaidOf({ live }: Rendering, key: string): readonly Unsaid[] {
  const at = key.indexOf(' ')
  const [kind, name] = [key.slice(0, at), key.slice(at + 1)]
  const isRelation = kind === 'view' || kind === 'table' || /^(?:materialized view|object) /.test(name)
  const table = kind === 'table' ? live.tables.get(name) : undefined
  const named = kind === 'view' ? live.views : kind === 'table' ? live.tables : live.objects
  const thing: Commented = named.get(name) ?? {}
  const said: Readonly<Record<Unsaid, boolean>> = {
    comment: thing.comment !== undefined || commentsItself(live.objects.get(name)),
    'column comments':
      !isRelation ||
      commentsItself(live.objects.get(name)) ||
      (thing.columns ?? []).some(({ comment }) => comment !== undefined),
    'index comments': thing.indexes === undefined || thing.indexes.some(({ comment }) => comment !== undefined),
    statistics:
      table === undefined
        ? !name.startsWith('materialized view ')
        : table.columns.some(one => one.statistics !== undefined),
    'row security': table === undefined || table.rowSecurity === true,
    'replica identity': table === undefined || table.replicaIdentity !== undefined,
    publications: table === undefined || isPublished(live),
  }
  return (Object.keys(said) as Unsaid[]).filter(one => !said[one])
}

/** Whether the text that makes an object has comments of its own. */
function commentsItself(object: DbObject | undefined): boolean {
  return object?.kind === 'object' && /\bcomment\s+on\b/i.test(forDialect(object.create, 'postgres') ?? '')
}

function isPublished({ objects }: Rendering['live']): boolean {
  return [...objects.values()].some(
    object =>
      object.kind === 'object' &&
      madeThings(forDialect(object.create, 'postgres') ?? '').some(({ what }) => what === 'publication'),
  )
}
