import { forDialect } from '../../compiler/schema/dialect.ts'
import { nameText } from '../../compiler/schema/name.ts'
import { baseType } from '../../compiler/schema/objects/type-object.ts'
import { REQUIRED } from '../../compiler/schema/required-extensions.ts'
import type { ExcludeKeyNode, IndexKeyNode } from '../generated/ast.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'
import { missingExtension } from './missing-extension.ts'
import type { Subject, TableSubject } from './subject.ts'
import { targetsOf } from './targets.ts'

/** Operator classes that come with an extension of Postgres, by their names. */
const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/^(?:gin|gist)_trgm_ops$/, 'pg_trgm'],
  [/^(?:vector|halfvec|sparsevec|bit)_(?:l1|l2|ip|cosine|hamming|jaccard)_ops$/, 'vector'],
  [/^gist_ltree_ops$|^gist__ltree_ops$|^ltree_ops$/, 'ltree'],
  [/^(?:gin|gist)_hstore_ops$|^(?:btree|hash)_hstore_ops$/, 'hstore'],
  [/^gist__int(?:big)?_ops$|^gin__int_ops$/, 'intarray'],
  [/^citext(?:_pattern)?_ops$/, 'citext'],
]

/** Plain types that GiST and GIN have no class for by themselves. */
const PLAIN: ReadonlySet<string> = new Set(
  'smallint int bigint decimal real double bool text varchar char bytes uuid date time timestamp timestamptz interval macaddr inet cidr bit varbit money'.split(
    ' ',
  ),
)

const BTREE: Readonly<Record<string, string>> = { gist: 'btree_gist', gin: 'btree_gin' }

/** Extensions that others, operator classes, and plain columns in GiST and GIN need and the project does not declare. */
export const checkExtensionNeeds: Check = (subject, report) => {
  for (const { node } of subject.scope.declarations) {
    if (node.$type !== 'ExtensionDeclaration' || !targetsOf(subject, node.only).includes('postgres')) continue
    for (const needed of REQUIRED[node.name ?? ''] ?? [])
      missingExtension(`\`${node.name}\` needs`, needed, { node, property: 'name' }, subject, report)
  }
  for (const table of subject.scope.tables) {
    for (const { node, only } of table.exclusions) checkKeys(node.keys ?? [], node.using, only, table, subject, report)
    for (const { member, only } of table.indexes)
      if (member !== undefined) checkKeys(member.keys ?? [], member.using, only, table, subject, report)
  }
}

function checkKeys(
  keys: readonly (IndexKeyNode | ExcludeKeyNode)[],
  using: string | undefined,
  only: TableSubject['table']['only'],
  table: TableSubject,
  subject: Subject,
  report: CheckReport,
): void {
  if (!targetsOf(subject, table.table.only, only).includes('postgres')) return
  for (const node of keys) {
    if (node.opclass !== undefined) {
      const extension = CLASSES.find(([pattern]) => pattern.test(node.opclass!))?.[1]
      const place = { node, property: 'opclass' }
      if (extension !== undefined)
        missingExtension(`The operator class \`${node.opclass}\` comes with`, extension, place, subject, report)
    } else if (node.column !== undefined) {
      const extension = BTREE[using?.toLowerCase() ?? '']
      if (extension === undefined || !isPlain(node.column, table, subject)) continue
      const what = `\`${node.column}\` holds plain values, which ${using} compares with`
      missingExtension(what, extension, { node, property: 'column' }, subject, report)
    }
  }
}

/** A domain compares as what it is over; an enum is plain as well. */
function isPlain(name: string, { columns }: TableSubject, { schema }: Subject): boolean {
  const column = columns.get(name)?.column
  const written = column && forDialect(column.type, 'postgres')
  const type = written && baseType(schema, written, 'postgres')
  if (type?.kind === 'enum') return schema.enums.has(nameText(type.name))
  return type?.kind === 'builtin' && PLAIN.has(type.name)
}
