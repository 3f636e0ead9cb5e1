import { BUILTIN_TYPES } from '../../../../compiler/schema/builtin-types.ts'
import { forDialect } from '../../../../compiler/schema/dialect.ts'
import { nameText, type QName } from '../../../../compiler/schema/name.ts'
import type { Type } from '../../../../compiler/schema/type.ts'
import { typeText } from '../../../../compiler/schema/type-text.ts'
import { keyColumnOf } from '../facts.ts'
import type { Scene } from '../scene.ts'
import type { Spot } from '../spot.ts'
import { lineColumnName } from './line-column.ts'
import { singularOf } from './singular.ts'

const MOST = 3

/** What columns of certain names hold nearly everywhere. */
const HABITS: readonly (readonly [RegExp, string])[] = [
  [/_at$/, 'timestamptz'],
  [/(?:^|_)(?:on|date|day|birthday)$/, 'date'],
  [/^(?:is|has|can|was|may)_/, 'bool'],
  [/(?:^|_)(?:price|amount|total|cost|fee|balance)$/, 'decimal(12, 2)'],
  [/(?:^|_)(?:count|quantity|position|size|length|minutes|seconds|days|year|age|seats)$/, 'int'],
  [/(?:^|_)(?:data|payload|metadata|settings|options|config)$/, 'jsonb'],
  [/(?:^|_)(?:uuid|guid|token)$/, 'uuid'],
  [/(?:^|_)(?:name|title|label|slug|description|notes?|text|body|comment|message|subject|summary|bio)$/, 'text'],
  [/(?:^|_)(?:e?mail|url|phone|city|street|address|country)$/, 'text'],
]

/** The types that a column of such a name most likely has, the likeliest first: each with what is likely to follow it. */
export function likelyTypes(spot: Spot): readonly string[] {
  const { scene, reads, rules } = spot
  const name = lineColumnName(reads)
  const isFirst = !reads.some(read => read.frame.rule === 'Spelling' || read.token.image === ',')
  if (name === undefined || !isFirst || !rules.includes('MemberRule')) return []
  const found = [
    ...keyTypes(name, spot),
    ...foreignTypes(name, scene),
    ...enumTypes(name, scene),
    ...sameName(name, scene),
  ]
  const habit = found.length > 0 ? undefined : HABITS.find(([pattern]) => pattern.test(name))?.[1]
  return [...new Set(habit === undefined ? found : [habit])].slice(0, MOST)
}

function keyTypes(name: string, { scene, rules }: Spot): readonly string[] {
  const hasKey = scene.ownTable?.constraints.some(item => item.kind === 'primary') ?? false
  return name === 'id' && !hasKey && rules.includes('Table') ? ['bigint identity primary'] : []
}

/** `customer_id` goes to the key `id` of `customers`. */
function foreignTypes(name: string, scene: Scene): readonly string[] {
  const found: string[] = []
  for (const key of scene.tables.keys()) {
    const table = key.slice(key.lastIndexOf('.') + 1).replaceAll('"', '')
    const singular = singularOf(table)
    if (!name.startsWith(singular)) continue
    const facts = scene.table(key)
    const column = facts && keyColumnOf(facts)
    if (column === undefined || name !== `${singular}_${column.name}`) continue
    const type = shown(column.type, scene)
    if (type !== undefined) found.push(`${type} -> ${scene.writtenKey(key)} index`)
  }
  return found
}

/** `state` of a registration is a `registration_state`. */
function enumTypes(name: string, scene: Scene): readonly string[] {
  const own = scene.ownTable === undefined ? undefined : `${singularOf(scene.ownTable.name.name)}_${name}`
  const rank = (value: QName) => (value.name === own ? 0 : value.name === name ? 1 : 2)
  return [...scene.schema.enums.values()]
    .filter(one => one.name.name === own || one.name.name === name || one.name.name.endsWith(`_${name}`))
    .sort((a, b) => rank(a.name) - rank(b.name))
    .map(({ name }) => written({ kind: 'enum', name }, scene))
}

/** The types that columns of that name have in other tables, the most frequent first. */
function sameName(name: string, scene: Scene): readonly string[] {
  const counts = new Map<string, number>()
  for (const table of scene.schema.tables.values())
    for (const column of table.columns) {
      if (column.name !== name || name === 'id') continue
      const type = shown(column.type, scene)
      if (type !== undefined) counts.set(type, (counts.get(type) ?? 0) + 1)
    }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([type]) => type)
}

function shown(type: Parameters<typeof forDialect<Type>>[0], scene: Scene): string | undefined {
  const types = new Set(scene.targets.map(dialect => forDialect(type, dialect)).map(one => one && written(one, scene)))
  const [only] = types
  return types.size === 1 ? only : undefined
}

/** A type as this project writes it: what is in the default schema has none, and a name that is built in stands in quotes. */
function written(type: Type, scene: Scene): string {
  if (type.kind === 'array') return `${written(type.of, scene)}[]`
  if (type.kind !== 'enum') return typeText(type)
  const name = scene.writtenKey(nameText(type.name))
  return BUILTIN_TYPES.has(name) ? `"${name}"` : name
}
