import { quoteName } from '../../../compiler/schema/name.ts'
import { EMPTY_SCHEMA } from '../../../compiler/schema/schema.ts'
import { writeExtension, writeNamespace } from '../../print/objects.ts'
import { code } from '../revisions/markdown.ts'
import { listFact, type Page } from './page.ts'
import { creationSql } from './sql-of.ts'
import type { Thing } from './thing.ts'

/** A schema or an extension of Postgres. */
export function objectPage({ model, kind, name, key }: Thing): Page | undefined {
  const { schema } = model.loaded
  const namespace = kind === 'schema' ? schema.schemas.get(name) : undefined
  if (namespace !== undefined) {
    const inside = [...schema.tables.values()].filter(table => table.name.schema === name).map(table => table.name.name)
    const sql = creationSql(model, { kind: 'create schema', schema: namespace }, EMPTY_SCHEMA)
    return { head: writeNamespace(namespace), comment: namespace.comment, facts: [listFact('Tables:', inside)], sql }
  }
  const extension = schema.extensions.get(name) ?? schema.extensions.get(key)
  if (kind !== 'extension' || extension === undefined) return undefined
  const before = { ...EMPTY_SCHEMA, schemas: schema.schemas }
  const sql = creationSql(model, { kind: 'create extension', extension }, before)
  return { head: writeExtension(extension), sql }
}

/** The project: how much of everything it has, and where its history stands. */
export function projectPage({ model }: Thing): Page {
  const { project, schema, files } = model.loaded
  const targets = project.targets.map(({ dialect, version }) =>
    [dialect, ...(version === undefined ? [] : [version])].join(' '),
  )
  const { past } = model
  const counts = [
    [files.length, 'files'],
    [schema.tables.size, 'tables'],
    [schema.views.size, 'views'],
    [schema.enums.size, 'enums'],
  ] as const
  return {
    head: `project ${quoteName(project.name)} — ${targets.join(', ')}`,
    facts: [
      counts.map(([number, what]) => `${number} ${number === 1 ? what.slice(0, -1) : what}`).join(', '),
      past &&
        `${past.revisions.size} ${past.revisions.size === 1 ? 'revision' : 'revisions'}; ${past.heads.length === 1 ? 'head' : 'heads'} ${past.heads.map(code).join(', ')}`,
    ],
  }
}
