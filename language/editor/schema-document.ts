import { MigError } from '../../compiler/failure.ts'
import { schemaAt } from '../../compiler/revisions/fold.ts'
import { ancestors } from '../../compiler/revisions/reach.ts'
import type { Revision } from '../../compiler/revisions/revision.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import { arrangeSchema } from '../print/arrange-schema.ts'
import { printSchema } from '../print/schema.ts'
import type { Past } from './past.ts'

/**
 * The whole schema after a revision as canonical text, under comments that say which one it is; `base` is before the first. Objects
 * stand in the order of their names, so that the texts of two revisions differ only where the schemas do.
 */
export function schemaDocument({ graph, revisions }: Pick<Past, 'graph' | 'revisions'>, id: string): string {
  const stored = revisions.get(id)
  if (stored === undefined && id !== 'base') return comment(`There is no revision ${id}.`)
  const head = stored === undefined ? ['The schema before the first revision'] : headOf(stored.revision)
  const unread = [...ancestors(graph, stored === undefined ? [] : [id])].find(below => !revisions.has(below))
  if (unread !== undefined)
    return `${comment(...head)}\n${comment(`Revision ${unread}, on which it stands, cannot be read.`)}`
  try {
    const text = printSchema(sorted(arrangeSchema(schemaAt(graph, revisions, stored === undefined ? [] : [id]))))
    return `${comment(...head)}\n${text === '' ? comment('It holds nothing.') : text}`
  } catch (error) {
    if (!(error instanceof MigError)) throw error
    return `${comment(...head)}\n${comment(error.message, error.remedy)}`
  }
}

function headOf({ id, message, created, parents, needs, labels }: Revision): readonly string[] {
  const list = (word: string, items: readonly string[]) => (items.length === 0 ? [] : [`${word} ${items.join(', ')}`])
  return [
    `The schema after revision ${id}`,
    ...message.split(/\s*[\r\n\u2028\u2029]+\s*/),
    `created ${created}`,
    ...list('after', parents),
    ...list('needs', needs),
    ...list('labels', labels),
  ]
}

function comment(...lines: readonly string[]): string {
  return lines.map(line => `${`// ${line}`.trimEnd()}\n`).join('')
}

function sorted(schema: Schema): Schema {
  const byName = <T>(objects: ReadonlyMap<string, T>) =>
    new Map([...objects].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
  return {
    schemas: byName(schema.schemas),
    extensions: byName(schema.extensions),
    enums: byName(schema.enums),
    tables: byName(schema.tables),
    views: byName(schema.views),
    triggers: byName(schema.triggers),
    objects: byName(schema.objects),
  }
}
