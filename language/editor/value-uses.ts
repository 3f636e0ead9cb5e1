import { DIALECTS, forDialect } from '../../compiler/schema/dialect.ts'
import { nameText, quoteName } from '../../compiler/schema/name.ts'
import type { Type } from '../../compiler/schema/type.ts'
import { CheckReport } from '../checks/check-report.ts'
import { checkValues } from '../checks/default-value.ts'
import { checkEnumLiterals } from '../checks/enum-literals.ts'
import { checkQueryColumns } from '../checks/query-columns.ts'
import type { Diagnostic } from '../diagnostic.ts'
import type { Source } from '../sources.ts'
import type { ProjectModel } from './project-model.ts'

/** A place that uses a value of an enum, or may hold it. */
export interface ValueUse {
  readonly source: Pick<Source, 'file' | 'range'>
  readonly message: string
}

const MOST = 20

/**
 * Where a value that an enum no longer has is still used: defaults, checks, predicates and views, which the checks have found, and
 * the columns whose rows may hold it.
 */
export function usesOfValue(model: ProjectModel, key: string, value: string): readonly ValueUse[] {
  const { loaded } = model
  const named: readonly ValueUse[] = unknownValues(model)
    .filter(({ data }) => data?.enum === key && data.name === value)
    .map(({ file, range }) => ({ source: { file, range }, message: `\`${value}\` is used here.` }))
  const held: ValueUse[] = []
  for (const [table, { columns }] of loaded.schema.tables) {
    for (const column of columns) {
      if (!DIALECTS.some(dialect => holds(forDialect(column.type, dialect), key))) continue
      const name = `${table}.${quoteName(column.name)}`
      const source = loaded.sources.objects.get(name)
      if (source !== undefined) held.push({ source, message: `Rows may hold \`${value}\` in ${name}.` })
    }
  }
  return [...named, ...held].slice(0, MOST)
}

const known = new WeakMap<ProjectModel, readonly Diagnostic[]>()

/** What names a value that its enum has not, in all files. */
function unknownValues(model: ProjectModel): readonly Diagnostic[] {
  let found = known.get(model)
  if (found === undefined) {
    const report = new CheckReport(model.loaded.files.map(({ parsed }) => parsed))
    for (const check of [checkValues, checkEnumLiterals, checkQueryColumns]) check(model.subject, report)
    const seen = new Set<string>()
    found = report.diagnostics.filter(({ code, file, range }) => {
      const key = `${range.start.offset} ${file}`
      return code === 'MIG156' && !seen.has(key) && seen.add(key)
    })
    known.set(model, found)
  }
  return found
}

function holds(type: Type | undefined, key: string): boolean {
  if (type?.kind === 'array') return holds(type.of, key)
  return type?.kind === 'enum' && nameText(type.name) === key
}
