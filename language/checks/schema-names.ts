import { type QName, quoteName } from '../../compiler/schema/name.ts'
import type { ObjectKind } from '../../compiler/schema/objects/db-object.ts'
import type { Element } from '../generated/ast.ts'
import { isObjectDeclaration, kindOfDeclaration } from '../lower/objects/lower-object.ts'
import type { NodePart } from '../lower/reporter.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'
import type { Declared, Subject } from './subject.ts'
import { targetsOf } from './targets.ts'

/** Objects in schemas: SQLite has none, and Postgres only those that are declared. */
export const checkSchemas: Check = (subject, report) => {
  checkDefault(subject, report)
  for (const { node, context } of subject.scope.declarations) {
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
    const missing = isObjectDeclaration(node) ? ONLY_IN_POSTGRES[kindOfDeclaration(node)] : undefined
    if (missing !== undefined && inSqlite) {
      const message = `SQLite has no ${missing}.`
      report.error({ code: 'MIG188', message, remedy: 'Limit it: `only postgres`.', place, data })
      continue
    }
    const name = qualified({ node, context })
    if (name !== undefined) checkName(name, { node, context }, inSqlite, subject, report)
  }
}

/** What SQLite has none of, in the plural; a domain stands in its columns there. */
const ONLY_IN_POSTGRES: { readonly [K in ObjectKind]: string | undefined } = {
  function: 'functions of this kind',
  procedure: 'procedures',
  aggregate: 'aggregates of this kind',
  sequence: 'sequences',
  domain: undefined,
  composite: 'composite types',
  range: 'range types',
  'materialized view': 'materialized views',
  policy: 'policies',
  rule: 'rules',
  grant: 'grants',
  object: undefined,
}

function qualified({ node, context }: Declared): QName | undefined {
  const isObject =
    node.$type === 'TableDeclaration' ||
    node.$type === 'ViewDeclaration' ||
    node.$type === 'EnumDeclaration' ||
    isObjectDeclaration(node)
  return isObject && node.name !== undefined ? context.names.qualify(node.name) : undefined
}

/** The default schema, which everything stands in that names none. */
function checkDefault(subject: Subject, report: CheckReport): void {
  const { defaultSchema } = subject.project
  if (defaultSchema === undefined || isThere(defaultSchema, subject)) return
  const elements = subject.files[0]?.parsed.ast.elements ?? []
  const lines = elements.flatMap(element => (element.$type === 'ProjectDeclaration' ? (element.lines ?? []) : []))
  const node = lines.findLast(line => line.$type === 'DefaultSchemaLine' && line.name === defaultSchema)
  if (node !== undefined) undeclared(defaultSchema, { node, property: 'name' }, subject, report)
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
  } else if (!isThere(schema, subject)) undeclared(schema, place, subject, report)
}

function isThere(schema: string, { targets, schema: { schemas } }: Subject): boolean {
  return !targets.includes('postgres') || BUILT_IN.has(schema) || schemas.has(schema)
}

function undeclared(schema: string, place: NodePart, { targets }: Subject, report: CheckReport): void {
  const message = `The project declares no schema \`${schema}\`.`
  const line = `schema ${quoteName(schema)}${targets.includes('sqlite') ? ' only postgres' : ''}`
  const remedy = `Declare it (\`${line}\`), or leave this as it is when something else makes it.`
  report.warning({ code: 'MIG164', message, remedy, place, data: { schema } })
}
