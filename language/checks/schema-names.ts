import type { QName } from '../../compiler/schema/name.ts'
import type { Element } from '../generated/ast.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'
import type { Declared, Subject } from './subject.ts'
import { targetsOf } from './targets.ts'

/** Objects in schemas: SQLite has none, and Postgres only those that are declared. */
export const checkSchemas: Check = (subject, report) => {
  for (const { node, context } of subject.declarations) {
    const inSqlite = targetsOf(subject, 'only' in node ? node.only : undefined).includes('sqlite')
    const place = { node, property: 'name' }
    const data = { only: 'postgres' }
    if (node.$type === 'SchemaDeclaration' && inSqlite) {
      const message = 'SQLite has no schemas.'
      report.error({ code: 'MIG188', message, remedy: `Limit it: \`schema ${node.name} only postgres\`.`, place, data })
    } else if (node.$type === 'ExtensionDeclaration' && inSqlite) {
      const message = 'SQLite has no extensions of this kind: it leaves this line out.'
      report.warning({
        code: 'MIG188',
        message,
        remedy: `Limit it: \`extension ${node.name} only postgres\`.`,
        place,
        data,
      })
    }
    const name = qualified({ node, context })
    if (name !== undefined) checkName(name, { node, context }, inSqlite, subject, report)
  }
}

function qualified({ node, context }: Declared): QName | undefined {
  const isObject =
    node.$type === 'TableDeclaration' || node.$type === 'ViewDeclaration' || node.$type === 'EnumDeclaration'
  return isObject && node.name !== undefined ? context.names.qualify(node.name) : undefined
}

/** What each schema of the database has without being asked. */
const BUILT_IN: ReadonlySet<string> = new Set(['public', 'pg_catalog'])

function checkName(
  { schema }: QName,
  { node }: Declared<Element>,
  inSqlite: boolean,
  subject: Subject,
  report: CheckReport,
): void {
  if (schema === undefined || schema === subject.project.defaultSchema) return
  const place = { node, property: 'name' }
  if (inSqlite && node.$type !== 'EnumDeclaration') {
    const message = `SQLite has no schemas, so there is no place for \`${schema}\` in it.`
    const remedy = 'Limit it: `only postgres`.'
    report.error({ code: 'MIG188', message, remedy, place, data: { only: 'postgres' } })
  } else if (subject.targets.includes('postgres') && !BUILT_IN.has(schema) && !subject.schema.schemas.has(schema)) {
    const message = `The project declares no schema \`${schema}\`.`
    const remedy = `Declare it (\`schema ${schema}\`), or leave this as it is when something else makes it.`
    report.warning({ code: 'MIG164', message, remedy, place, data: { schema } })
  }
}
