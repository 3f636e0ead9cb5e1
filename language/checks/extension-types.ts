import { forDialect } from '../../compiler/schema/dialect.ts'
import type { Type } from '../../compiler/schema/type.ts'
import type { Check } from './check.ts'
import { targetsOf } from './targets.ts'

/** Types that come with an extension of Postgres. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  citext: 'citext',
  cube: 'cube',
  geography: 'postgis',
  geometry: 'postgis',
  hstore: 'hstore',
  lquery: 'ltree',
  ltree: 'ltree',
  ltxtquery: 'ltree',
  vector: 'vector',
}

/** Types of extensions that the project does not create: Postgres knows them only if somebody else does. */
export const checkExtensionTypes: Check = (subject, report) => {
  for (const { table, columns } of subject.scope.tables) {
    for (const { node, column } of columns.values()) {
      if (!targetsOf(subject, table.only, column.only).includes('postgres')) continue
      const name = builtinName(forDialect(column.type, 'postgres'))
      const extension = name === undefined ? undefined : EXTENSIONS[name]
      if (extension === undefined || subject.schema.extensions.has(extension)) continue
      const only = subject.targets.includes('sqlite') ? ' only postgres' : ''
      const message = `The type \`${name}\` comes with the extension \`${extension}\`, which the project does not declare.`
      const remedy = `Declare it (\`extension ${extension}${only}\`), or leave this as it is when something else makes it.`
      report.warning({
        code: 'MIG174',
        message,
        remedy,
        place: { node, property: 'types', index: 0 },
        data: { extension },
      })
    }
  }
}

function builtinName(type: Type | undefined): string | undefined {
  if (type?.kind === 'array') return builtinName(type.of)
  return type?.kind === 'builtin' ? type.name : undefined
}
