import { nameText } from '../../compiler/schema/name.ts'
import { type Code, isName, isSign, readCode, wordAt } from '../../compiler/sql/code.ts'
import { relationUses } from '../../compiler/sql/query-names.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'
import { declaredFunctions } from './declared-functions.ts'
import { didYouMean, meantBy } from './did-you-mean.ts'
import { type Query, queries } from './queries.ts'
import { type QueryPiece, queryPieces } from './query-pieces.ts'
import type { Subject } from './subject.ts'

/**
 * The functions that policies, rules and views call in a schema whose functions the project declares. One without a schema may be
 * the server's, and an extension or SQL of its own may bring any.
 */
export const checkQueryFunctions: Check = (subject, report) => {
  const declared = functionsOf(subject)
  if (declared.size === 0) return
  for (const query of queries(subject, subject.scope.declarations)) {
    if (query.what === 'trigger') continue
    for (const piece of queryPieces(query, report)) {
      if (piece.dialects.includes('postgres')) checkPiece(query, piece, declared, subject, report)
    }
  }
}

/** The functions of each schema of which all are known. */
function functionsOf(subject: Subject): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const object of subject.schema.objects.values()) {
    if (!('arguments' in object) || object.name.schema === undefined) continue
    found.set(object.name.schema, (found.get(object.name.schema) ?? new Set()).add(object.name.name))
  }
  return found.size > 0 && declaredFunctions(subject).areAll ? found : new Map()
}

function checkPiece(
  { context }: Query,
  piece: QueryPiece,
  declared: ReadonlyMap<string, ReadonlySet<string>>,
  subject: Subject,
  report: CheckReport,
): void {
  const code = readCode(piece.text)
  let relations: ReadonlySet<number> | undefined
  for (let at = 0; at + 3 < code.tokens.length; at++) {
    if (!isCall(code, at)) continue
    const [schema, name] = [code.tokens[at]!, code.tokens[at + 2]!]
    const known = declared.get(schema.value)
    if (known === undefined || known.has(name.value) || isBrought(name.value, subject)) continue
    relations ??= new Set(relationUses(piece.text, piece.table && { table: piece.table }).map(({ start }) => start))
    const key = nameText({ schema: schema.value, name: name.value })
    if (relations.has(schema.start) || context.names.mayBeLost(key)) continue
    const all = [...known].map(one => nameText({ schema: schema.value, name: one }))
    const meant = meantBy(key, all)
    const message = `The project declares no function \`${key}\`.`
    const remedy = didYouMean(meant, 'Declare it, or leave this as it is when something else makes it.')
    const place = piece.placeOf(schema.start, name.end)
    report.warning({
      code: 'MIG194',
      message,
      remedy,
      place,
      data: { name: key, ...(meant !== undefined && { meant }) },
    })
  }
}

/** Whether an extension or the SQL of an object makes what has that name. */
function isBrought(name: string, subject: Subject): boolean {
  const { ofExtensions, mentioned } = declaredFunctions(subject)
  return ofExtensions.has(name) || mentioned.has(name)
}

/** `schema.name(`, where it is no type. */
function isCall(code: Code, at: number): boolean {
  const isPath = isName(code, at) && isSign(code, at + 1, '.') && isName(code, at + 2) && isSign(code, at + 3, '(')
  return isPath && !isSign(code, at - 1, '.') && !isSign(code, at - 1, '::') && wordAt(code, at - 1) !== 'as'
}
