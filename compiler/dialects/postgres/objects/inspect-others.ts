import { type QName, sameName } from '../../../schema/name.ts'
import type { OtherObject } from '../../../schema/objects/other.ts'
import { readCode, wordAt } from '../../../sql/code.ts'
import { pathText } from '../../../sql/object/made-thing.ts'
import { madeThings } from '../../../sql/object/made-things.ts'
import type { Query } from '../../dialect.ts'
import { OWN_TEMPORARY_SCHEMA, USER_SCHEMA } from '../inspect/catalog-sql.ts'
import { commentOf, nameOf, optionalText, textOf } from '../inspect/row.ts'
import { OWN_NAME, othersSql } from './others-sql.ts'

/** The name of what stands in no schema while it is tried. */
export const TRIAL = '_mig_trial'

interface Found {
  readonly what: string
  readonly name?: QName
  /** The statements that make it, with a mark for its name. */
  readonly definition: string
  readonly comment?: string
}

/** Collations, operators, publications and whatever else a database holds that only an `object` makes, each by itself. */
export async function inspectOthers(query: Query, schemas = USER_SCHEMA): Promise<readonly OtherObject[]> {
  return (await findOthers(query, schemas)).flatMap(({ what, name, definition, comment }) => {
    const text = name === undefined ? definition : written(definition, what, name)
    const label = madeThings(text)[0]?.label
    if (label === undefined || name?.name === TRIAL) return []
    return [{ kind: 'object', name: { name: label }, create: { all: text }, ...(comment !== undefined && { comment }) }]
  })
}

async function findOthers(query: Query, schemas: string): Promise<readonly Found[]> {
  const [version] = await query(`select current_setting('server_version_num') as number`)
  const rows = await query(othersSql(schemas, Number(version!.number)))
  return rows.map(row => ({
    what: textOf(row, 'what'),
    ...(optionalText(row, 'name') !== undefined && { name: nameOf(row) }),
    definition: textOf(row, 'definition'),
    ...commentOf(row),
  }))
}

/** The name of an operator needs no quotes and may have none. */
function written(definition: string, what: string, { schema, name }: QName): string {
  const sign = schema === undefined ? name : `${pathText({ name: schema })}.${name}`
  return definition.replaceAll(
    OWN_NAME,
    what === 'operator' ? sign : pathText({ ...(schema !== undefined && { schema }), name }),
  )
}

/** The words of the server for a thing that was made as `trial` gives it; undefined where it did not come back. */
export async function readTrial(query: Query, object: OtherObject): Promise<OtherObject | undefined> {
  const [made] = madeThings(object.create.all!)
  if (made === undefined) return undefined
  const { what, name } = made
  const isTried = (one: Found) => {
    if (one.what !== what) return false
    if (name === undefined) return madeThings(one.definition)[0]?.label === made.label
    return one.name?.name === TRIAL || one.name?.name === name.name
  }
  const found = (await findOthers(query, OWN_TEMPORARY_SCHEMA)).filter(isTried)
  const told =
    found.find(one => one.name?.name === TRIAL) ??
    found.find(one => name === undefined || !sameName(one.name!, name)) ??
    found[0]
  if (told === undefined) return undefined
  const text = name === undefined ? told.definition : written(told.definition, what, name)
  return {
    ...object,
    create: { all: wasDefault(made.statements[0]!) ? text.replace(' for type ', ' default for type ') : text },
  }
}

/** Whether an operator class is that of its type: there can be but one, so that it is tried without. */
export function wasDefault(sql: string): boolean {
  const code = readCode(sql)
  return wordAt(code, 1) === 'operator' && /\bdefault\s+for\s+type\b/i.test(sql)
}
