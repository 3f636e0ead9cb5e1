import { forDialect, type PerDialect } from '../../compiler/schema/dialect.ts'
import { nameText } from '../../compiler/schema/name.ts'
import type { DomainObject } from '../../compiler/schema/objects/domain.ts'
import { typeObject } from '../../compiler/schema/objects/type-object.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import type { Type } from '../../compiler/schema/type.ts'
import type { Connection } from '../connection.ts'
import { checkHints } from './check-hints.ts'
import { sqlOf } from './fill-table.ts'
import { hintedValues } from './hinted-values.ts'
import { LIKELY_TEXTS } from './likely-texts.ts'
import { textsOfType } from './probe-values.ts'
import type { Random } from './random.ts'
import { type DomainValues, poolOf } from './value-pool.ts'

const NUMBERED = 24

/** Asks Postgres which values the domains of some tables take, those of fields and items among them; the inner ones first. */
export async function domainValues(
  connection: Connection,
  schema: Schema,
  random: Random,
  keys: Iterable<string> = schema.tables.keys(),
): Promise<DomainValues> {
  const values = new Map<string, readonly string[]>()
  if (connection.dialect === 'sqlite' || schema.objects.size === 0) return values
  const seen = new Set<string>()
  const visit = async (part: PerDialect<Type>): Promise<void> => {
    const type = forDialect(part, 'postgres')
    if (type?.kind === 'array') return visit({ all: type.of })
    const object = type?.kind === 'enum' ? typeObject(schema, type.name) : undefined
    if (object === undefined || seen.has(nameText(object.name))) return
    seen.add(nameText(object.name))
    if (object.kind === 'composite') for (const field of object.fields) await visit(field.type)
    if (object.kind === 'range') await visit(object.subtype)
    if (object.kind !== 'domain') return
    await visit(object.type)
    const fitting = await valuesOf(object)
    if (fitting.length > 0) values.set(nameText(object.name), fitting)
  }
  const valuesOf = async ({ name, type, checks }: DomainObject) => {
    const base = forDialect(type, 'postgres')
    if (checks.length === 0 || base === undefined) return []
    const pool = poolOf(base, 'postgres', { ...schema, values })
    const hinted = checks.flatMap(({ sql }) =>
      hintedValues(pool, checkHints(forDialect(sql, 'postgres') ?? '', random), 'postgres'),
    )
    const numbered = Array.from({ length: NUMBERED }, (_, at) => pool.nth(at + 1))
    const guessed = pool.family === 'text' ? LIKELY_TEXTS : []
    const texts = [...new Set([...pool.edges, ...hinted, ...numbered, ...guessed])]
    return textsOfType(connection, sqlOf(name, 'postgres'), texts)
  }
  for (const key of keys) for (const { type } of schema.tables.get(key)?.columns ?? []) await visit(type)
  return values
}
