import type { HintedKind, RenameHint } from '../../compiler/diff/hints.ts'
import { isObjectKind, type ObjectKind } from '../../compiler/schema/objects/db-object.ts'
import type { Check } from './check.ts'
import type { CheckReport, Place } from './check-report.ts'
import { namesThere } from './names-there.ts'

/** `was`: of itself, twice from one name, or from a name that something else has. */
export const checkRenames: Check = (subject, report) => {
  if (subject.hints.renames.length === 0) return
  const isThere = namesThere(subject.schema)
  const first = new Map<string, RenameHint>()
  const renamed = new Set(subject.hints.renames.map(hint => placeKey(hint, hint.to)))
  for (const hint of subject.hints.renames) {
    const place = subject.sources.hints[hint.place]
    if (place === undefined || hint.from === '') continue
    const key = placeKey(hint, hint.from)
    const other = first.get(key)
    if (hint.from === hint.to) wasItself(hint, place, report)
    else if (other !== undefined) twice(hint, other, place, report)
    else if (isThere(hint) && !renamed.has(key)) stillThere(hint, place, report)
    if (other === undefined) first.set(key, hint)
  }
}

function wasItself(hint: RenameHint, place: Place, report: CheckReport): void {
  const message = `\`${hint.to}\` is its name already, so \`was\` says nothing.`
  report.warning({ code: 'MIG190', message, remedy: 'Remove it.', place, data: { name: hint.from } })
}

function twice(hint: RenameHint, other: RenameHint, place: Place, report: CheckReport): void {
  const message = `Two things say that they were \`${hint.from}\`: \`${other.to}\` and \`${hint.to}\`.`
  const remedy = 'Remove one of the two `was`: only one of them can have been that.'
  report.error({ code: 'MIG190', message, remedy, place, data: { name: hint.from } })
}

function stillThere(hint: RenameHint, place: Place, report: CheckReport): void {
  const message = `There is still ${withArticle(hint.kind)} \`${hint.from}\`, so \`${hint.to}\` cannot have been that.`
  const remedy = `Remove \`was ${hint.from}\` once its revision is made, or the ${hint.kind} \`${hint.from}\`.`
  report.warning({ code: 'MIG190', message, remedy, place, data: { name: hint.from } })
}

const ARTICLES: Readonly<Record<Exclude<HintedKind, ObjectKind>, string>> = {
  schema: 'a schema',
  enum: 'an enum',
  'enum value': 'a value',
  field: 'a field',
  table: 'a table',
  column: 'a column',
  constraint: 'a constraint',
  index: 'an index',
  view: 'a view',
  trigger: 'a trigger',
}

function withArticle(kind: HintedKind): string {
  if (!isObjectKind(kind)) return ARTICLES[kind]
  return `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`
}

function placeKey({ kind, in: owner }: Pick<RenameHint, 'kind' | 'in'>, name: string): string {
  return `${kind}\n${owner ?? ''}\n${name}`
}
