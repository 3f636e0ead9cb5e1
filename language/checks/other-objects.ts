import { type DialectName, forDialect } from '../../compiler/schema/dialect.ts'
import { nameText } from '../../compiler/schema/name.ts'
import { declaredWord, derivedDrop, madeThings } from '../../compiler/sql/object/made-things.ts'
import { pragmasIn } from '../../compiler/sql/object/pragmas.ts'
import { splitStatements } from '../../compiler/sql/statements.ts'
import type { OtherDeclaration } from '../generated/ast.ts'
import type { Context } from '../lower/context.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'
import { type SqlPiece, sqlPieces } from './sql-pieces.ts'
import type { Subject } from './subject.ts'
import { DATABASE, otherThan, targetsOf } from './targets.ts'

/** What is given by its own SQL: whether each target is told how it is made, and Mig how it is dropped. */
export const checkOtherObjects: Check = (subject, report) => {
  for (const { node, context } of subject.scope.declarations) {
    if (node.$type === 'OtherDeclaration') checkObject(node, context, subject, report)
  }
}

function checkObject(node: OtherDeclaration, context: Context, subject: Subject, report: CheckReport): void {
  const targets = targetsOf(subject, node.only)
  const name = nameText(context.names.qualify(node.name ?? ''))
  const place = { node, property: 'name' }
  const lines = (node.lines ?? []).filter(line => line.kind === 'create')
  if (lines.length === 0) {
    const remedy = 'Add a line with the statement that makes it: create `…`.'
    report.error({ code: 'MIG136', message: `Nothing says how \`${name}\` is made.`, remedy, place, data: { name } })
    return
  }
  const object = subject.schema.objects.get(`object ${name}`)
  if (object?.kind !== 'object') return
  const { create, drop } = object
  for (const target of targets) {
    const text = forDialect(create, target)
    if (text === undefined) {
      const message = `\`${name}\` has no \`create\` for ${DATABASE[target]}.`
      const remedy = `Add one (create ${target} \`…\`), or limit it: \`only ${otherThan(target)}\`.`
      report.error({ code: 'MIG184', message, remedy, place, data: { dialect: target, only: otherThan(target) } })
    } else if ((drop && forDialect(drop, target)) === undefined && derivedDrop(text) === undefined) {
      const message = `Mig cannot tell how \`${name}\` is dropped.`
      const remedy = 'Add the statement: drop `…`.'
      report.error({ code: 'MIG136', message, remedy, place, data: { name } })
      break
    }
  }
  for (const { sql } of lines) for (const piece of sqlPieces(sql, targets, report)) checkPiece(piece, node.only, report)
}

function checkPiece(piece: SqlPiece, only: DialectName | undefined, report: CheckReport): void {
  for (const { text, start } of splitStatements(piece.text)) {
    const place = piece.placeOf(start, start + text.length)
    const word = declaredWord(text)
    if (word !== undefined) {
      const message = `The language has a word for this: \`${word}\`.`
      const remedy = `Declare it outside of the object: \`${word} NAME …\`.`
      report.error({ code: 'MIG136', message, remedy, place, data: { word } })
      continue
    }
    if (pragmasIn(text).length > 0 && piece.dialects.includes('postgres')) {
      const remedy = remedyFor('sqlite', only)
      report.error({ code: 'MIG188', message: 'Postgres has no pragmas.', remedy, place, data: { only: 'sqlite' } })
      continue
    }
    const [made] = madeThings(text)
    const wrong = made && piece.dialects.find(dialect => (dialect === 'sqlite') !== (made.what === 'virtual table'))
    if (made === undefined || wrong === undefined) continue
    const message = `${DATABASE[wrong]} has no ${PLURALS[made.what] ?? `${made.what}s`}.`
    const other = otherThan(wrong)
    report.error({ code: 'MIG188', message, remedy: remedyFor(other, only), place, data: { only: other } })
  }
}

function remedyFor(dialect: DialectName, only: DialectName | undefined): string {
  return only === undefined
    ? `Say which database it is for (create ${dialect} \`…\`), or limit the object: \`only ${dialect}\`.`
    : `Write \`only ${dialect}\` instead of \`only ${only}\`.`
}

const PLURALS: Readonly<Record<string, string>> = {
  statistics: 'extended statistics',
  'operator family': 'operator families',
  'operator class': 'operator classes',
  'text search dictionary': 'text search dictionaries',
}
