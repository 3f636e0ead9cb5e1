import { nameText, type QName } from '../../compiler/schema/name.ts'
import { inputTypes } from '../../compiler/schema/objects/routine.ts'
import { readCode, wordAt } from '../../compiler/sql/code.ts'
import { pathAt } from '../../compiler/sql/path-at.ts'
import { extensionWith, knownNames } from '../../compiler/sql/routine/known/known-names.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'
import { declaredFunctions } from './declared-functions.ts'
import { didYouMean, meantBy } from './did-you-mean.ts'
import { missingExtension } from './missing-extension.ts'
import { type Query, queries } from './queries.ts'
import { type SqlPiece, sqlPieces } from './sql-pieces.ts'
import type { Subject } from './subject.ts'

/** The functions that triggers run. A project that declares none makes them in another way: of these nothing is said. */
export const checkTriggerFunctions: Check = (subject, report) => {
  const declared = functionsOf(subject)
  for (const query of queries(subject, subject.scope.declarations)) {
    if (query.what !== 'trigger' || !query.targets.includes('postgres')) continue
    for (const piece of sqlPieces(query.sql, query.targets, report)) {
      if (piece.dialects.includes('postgres')) checkTrigger(query, piece, declared, subject, report)
    }
  }
}

interface Declared {
  readonly name: QName
  /** Whether it is one that a trigger can run. */
  readonly fits: boolean
}

/** The functions of the project by their names; of several of one name, whether a trigger can run one of them. */
function functionsOf({ schema }: Subject): ReadonlyMap<string, Declared> {
  const found = new Map<string, Declared>()
  for (const object of schema.objects.values()) {
    if (object.kind !== 'function') continue
    const key = nameText(object.name)
    const fits = object.returns === 'trigger' && inputTypes(object).length === 0
    found.set(key, { name: object.name, fits: fits || found.get(key)?.fits === true })
  }
  return found
}

function checkTrigger(
  { context }: Query,
  piece: SqlPiece,
  declared: ReadonlyMap<string, Declared>,
  subject: Subject,
  report: CheckReport,
): void {
  const code = readCode(piece.text)
  const at = code.tokens.findLastIndex(
    (_, place) => wordAt(code, place) === 'execute' && ['function', 'procedure'].includes(wordAt(code, place + 1)),
  )
  if (at < 0 || code.tokens[at + 2] === undefined) return
  const path = pathAt(code, at + 2, code.tokens.length)
  const [first, last] = [code.tokens[path[0]!]!, code.tokens[path.at(-1)!]!]
  const written = path.map(part => code.tokens[part]!.value)
  if (written.length > 2 || written[0] === 'pg_catalog') return
  const name: QName = written.length === 2 ? { schema: written[0]!, name: written[1]! } : { name: written[0]! }
  const key = nameText(context.names.qualify(nameText(name)))
  const found = declared.get(key)
  const place = piece.placeOf(first.start, last.end)
  if (found?.fits) return
  if (found !== undefined) {
    const message = `The function \`${key}\` is none that a trigger can run.`
    const remedy = 'Such a function has no arguments and `returns trigger`; arguments stand in `tg_argv`.'
    report.error({ code: 'MIG194', message, remedy, place, data: { name: key } })
    return
  }
  if (mayBeElsewhere(name, subject) || context.names.mayBeLost(nameText(name))) return
  const extension = extensionWith(last.value)
  if (extension !== undefined) {
    missingExtension(`The function \`${last.value}\` comes with`, extension, place, subject, report)
    return
  }
  if (declared.size === 0) return
  const runnable = [...declared].filter(([, one]) => one.fits).map(([other]) => other)
  const meant = meantBy(key, runnable)
  const message = `The project declares no function \`${key}\`.`
  const remedy = didYouMean(meant, `Declare it: \`function ${key}() returns trigger language plpgsql = …\`.`)
  const data = { name: key, ...(meant !== undefined && { meant }) }
  report.warning({ code: 'MIG194', message, remedy, place, data })
}

/** Whether a function may come from what the project does not declare as such, or is Postgres' own. */
function mayBeElsewhere({ schema, name }: QName, subject: Subject): boolean {
  const declared = declaredFunctions(subject)
  if (!declared.areAll || declared.ofExtensions.has(name) || declared.mentioned.has(name)) return true
  if (schema === undefined) return declared.names.has(name) || knownNames('postgres').has(name)
  return schema !== 'public' && !subject.schema.schemas.has(schema)
}
