import type { DialectName } from '../../compiler/schema/dialect.ts'
import { extensionWith, likelyNames } from '../../compiler/sql/routine/known/known-names.ts'
import { type Call, unknownCalls } from './calls.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'
import { type DeclaredFunctions, declaredFunctions, isDeclared } from './declared-functions.ts'
import { didYouMean, meantBy } from './did-you-mean.ts'
import { missingExtension } from './missing-extension.ts'
import type { Subject } from './subject.ts'

/** Functions called without a schema that the project does not declare and that the database does not have. */
export const checkUndeclaredFunctions: Check = (subject, report) => {
  for (const call of unknownCalls(subject, report)) {
    const declared = declaredFunctions(subject)
    if (declared.mentioned.has(call.name) || call.context.names.mayBeLost(call.name)) continue
    const isMissing = call.unknownTo.includes('postgres') && !isDeclared(call.name, declared)
    if (!isMissing) ofSqlite(call, declared, report)
    else if (extensionWith(call.name) !== undefined) ofExtension(call, subject, report)
    else if (declared.areAll) ofPostgres(call, declared, report)
  }
}

/** A function that only an extension has: Postgres refuses the call without it. */
function ofExtension({ name, place }: Call, subject: Subject, report: CheckReport): void {
  missingExtension(`The function \`${name}\` comes with`, extensionWith(name)!, place, subject, report)
}

function ofPostgres(call: Call, declared: DeclaredFunctions, report: CheckReport): void {
  const { name, unknownTo, dialects, place } = call
  const none = unknownTo.length > 1 ? 'neither Postgres nor SQLite has one' : 'Postgres has none'
  const message = `The project declares no function \`${name}\`, and ${none}.`
  const own = meantBy(name, declared.names)
  const meant = own ?? (dialects.length > 1 && unknownTo.length === 1 ? undefined : meantIn('postgres', name))
  const apart = 'Write the SQL of each database apart: postgres `…` sqlite `…`.'
  const otherwise = unknownTo.length < dialects.length ? apart : `Declare it: \`function ${name}(…) returns … = …\`.`
  const data = { name, ...(meant !== undefined && { meant }) }
  report.warning({ code: 'MIG194', message, remedy: didYouMean(meant, otherwise), place, data })
}

/** An application may give functions to SQLite, which nothing here can tell. */
function ofSqlite(call: Call, declared: DeclaredFunctions, report: CheckReport): void {
  const { name, unknownTo, dialects, place } = call
  if (!unknownTo.includes('sqlite') || declared.relations.has(name)) return
  const message = `SQLite has no function \`${name}\`.`
  const isShared = dialects.length > 1
  const meant = isShared ? undefined : meantIn('sqlite', name)
  const otherwise = isShared
    ? 'Write the SQL of each database apart, postgres `…` sqlite `…`, or leave this as it is when the application makes it.'
    : 'Leave this as it is when the application makes it: then every program that opens the database has to.'
  const data = { name, ...(meant !== undefined && { meant }) }
  report.info({ code: 'MIG194', message, remedy: didYouMean(meant, otherwise), place, data })
}

const memory = new Map<string, string | undefined>()

function meantIn(dialect: DialectName, name: string): string | undefined {
  const key = `${dialect} ${name}`
  if (!memory.has(key)) {
    if (memory.size >= 400) memory.clear()
    memory.set(key, ELSEWHERE[dialect][name] ?? meantBy(name, likelyNames(dialect, name)))
  }
  return memory.get(key)
}

/** Functions of other databases, by the names that they have here with the same arguments. */
const ELSEWHERE: Readonly<Record<DialectName, Readonly<Record<string, string>>>> = {
  postgres: {
    ifnull: 'coalesce',
    nvl: 'coalesce',
    instr: 'strpos',
    len: 'length',
    newid: 'gen_random_uuid',
    group_concat: 'string_agg',
    typeof: 'pg_typeof',
    total: 'sum',
    printf: 'format',
    getdate: 'now',
    rand: 'random',
    ucase: 'upper',
    lcase: 'lower',
    json_group_array: 'json_agg',
    json_group_object: 'json_object_agg',
  },
  sqlite: {
    nvl: 'ifnull',
    char_length: 'length',
    len: 'length',
    strpos: 'instr',
    btrim: 'trim',
    chr: 'char',
    greatest: 'max',
    least: 'min',
    json_agg: 'json_group_array',
    jsonb_agg: 'jsonb_group_array',
    array_agg: 'json_group_array',
    json_build_object: 'json_object',
    jsonb_build_object: 'jsonb_object',
    json_build_array: 'json_array',
    jsonb_build_array: 'jsonb_array',
    pg_typeof: 'typeof',
    ucase: 'upper',
    lcase: 'lower',
    rand: 'random',
    isnull: 'ifnull',
  },
}
