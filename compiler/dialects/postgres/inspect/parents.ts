import type { QName } from '../../../schema/name.ts'
import type { PartitionBound, PartitionBy, PartitionKey } from '../../../schema/partition.ts'
import type { TableHead } from '../../../schema/table.ts'
import { readTokens } from '../../../sql/tokens.ts'
import type { Row } from '../../dialect.ts'
import { SCHEMA } from './catalog-sql.ts'
import { listOf, optionalText } from './row.ts'

/** What `parentsIn` reads of the row of pg_class `c`. */
export const PARENTS = `case when c.relispartition then pg_get_expr(c.relpartbound, c.oid) end as bound,
    (select jsonb_agg(jsonb_build_object('schema', ${SCHEMA}, 'name', p.relname) order by h.inhseqno)
      from pg_inherits h join pg_class p on p.oid = h.inhparent join pg_namespace n on n.oid = p.relnamespace
      where h.inhrelid = c.oid) as parents,
    case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end as divided,
    (select jsonb_agg(jsonb_build_object('column', a.attname,
        'opclass', case when not o.opcdefault then o.opcname end,
        'collate', case when k.coll <> coalesce(nullif(a.attcollation, 0), 'pg_catalog."default"'::regcollation)
          then l.collname end) order by k.place)
      from pg_partitioned_table d,
        unnest(d.partattrs::int2[], d.partclass::oid[], d.partcollation::oid[]) with ordinality k(number, class, coll, place)
        join pg_opclass o on o.oid = k.class
        left join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number and k.number <> 0
        left join pg_collation l on l.oid = k.coll and k.coll <> 0
      where d.partrelid = c.oid) as keys`

interface Name {
  readonly schema: string | null
  readonly name: string
}

interface KeyFacts {
  readonly column: string | null
  readonly opclass: string | null
  readonly collate: string | null
}

/** How a table is divided, and whose partition or heir it is. */
export function parentsIn(row: Row): TableHead {
  const parents = listOf<Name>(row, 'parents').map(nameOf)
  const bound = optionalText(row, 'bound')
  const divided = optionalText(row, 'divided')
  return {
    ...(divided !== undefined && { partitionBy: readPartitionBy(divided, listOf<KeyFacts>(row, 'keys')) }),
    ...(bound !== undefined && { partitionOf: { parent: parents[0]!, bound: readBound(bound) } }),
    ...(bound === undefined && parents.length > 0 && { inherits: parents }),
  }
}

function nameOf({ schema, name }: Name): QName {
  return schema === null ? { name } : { schema, name }
}

/** `RANGE (paid_on, lower(name))`. */
function readPartitionBy(text: string, facts: readonly KeyFacts[]): PartitionBy {
  const [, strategy, keys] = /^(\w+) \(([\s\S]*)\)$/.exec(text)!
  const texts = splitList(keys!)
  return {
    strategy: strategy!.toLowerCase() as PartitionBy['strategy'],
    keys: facts.map((fact, at) => readKey(fact, texts[at] ?? '')),
  }
}

function readKey({ column, opclass, collate }: KeyFacts, text: string): PartitionKey {
  const rest = { ...(collate === null ? {} : { collate }), ...(opclass === null ? {} : { opclass }) }
  if (column !== null) return { column, ...rest }
  let sql = text.trim()
  if (opclass !== null) sql = sql.replace(/\s+\S+$/, '')
  if (collate !== null) sql = sql.replace(/\s+COLLATE\s+\S+$/i, '')
  return { sql: { all: /^\((.*)\)$/s.exec(sql)?.[1] ?? sql }, ...rest }
}

/** `FOR VALUES FROM (1, MINVALUE) TO (2, 'a')`, `FOR VALUES IN ('a', NULL)`, `FOR VALUES WITH (modulus 4, remainder 0)` or `DEFAULT`. */
export function readBound(text: string): PartitionBound {
  if (text === 'DEFAULT') return { kind: 'default' }
  const [, modulus, remainder] = /^FOR VALUES WITH \(modulus (\d+), remainder (\d+)\)$/.exec(text) ?? []
  if (modulus !== undefined) return { kind: 'hash', modulus, remainder: remainder! }
  const list = /^FOR VALUES IN \(([\s\S]*)\)$/.exec(text)?.[1]
  if (list !== undefined) return { kind: 'list', values: splitList(list).map(readValue) }
  const tokens = readTokens(text)
  const to = tokens.find((token, at) => token.value === 'to' && tokens[at - 1]?.text === ')' && isOutside(tokens, at))!
  const inside = (part: string) => splitList(part.slice(part.indexOf('(') + 1, part.lastIndexOf(')'))).map(readValue)
  return { kind: 'range', from: inside(text.slice(0, to.start)), to: inside(text.slice(to.start)) }
}

type Tokens = ReturnType<typeof readTokens>

function isOutside(tokens: Tokens, at: number): boolean {
  let depth = 0
  for (const token of tokens.slice(0, at)) depth += token.text === '(' ? 1 : token.text === ')' ? -1 : 0
  return depth === 0
}

function readValue(text: string): string {
  const value = text.trim()
  return /^(?:NULL|MINVALUE|MAXVALUE)$/.test(value) ? value.toLowerCase() : value
}

/** The parts of a text between commas that stand in no brackets. */
function splitList(text: string): readonly string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (const token of readTokens(text)) {
    if (token.text === '(' || token.text === '[') depth++
    if (token.text === ')' || token.text === ']') depth--
    if (token.text !== ',' || depth > 0) continue
    parts.push(text.slice(from, token.start).trim())
    from = token.end
  }
  return [...parts, text.slice(from).trim()]
}
