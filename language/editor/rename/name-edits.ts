import { arrayItem } from '../../../compiler/sql/array-text.ts'
import { inPlaceOf } from '../../../compiler/sql/edits.ts'
import { sqlName } from '../../../compiler/sql/name-text.ts'
import { readTokens } from '../../../compiler/sql/tokens.ts'
import type { Parsed } from '../../parse.ts'
import type { Occurrence } from '../occurrence.ts'
import { nameTokens } from '../occurrences/name-tokens.ts'
import { occurrencesOf } from '../occurrences/occurrences-of.ts'
import { sameThing } from '../occurrences/same-thing.ts'
import type { ProjectModel } from '../project-model.ts'
import type { FileEdit } from './file-edit.ts'
import { migName, type Quoting } from './mig-name.ts'

/** The edits that put a new name wherever a thing is named; names in SQL only with `inSql`. */
export function nameEdits(
  model: ProjectModel,
  thing: Occurrence,
  name: string,
  { inSql, quoting }: { readonly inSql: boolean; readonly quoting: Quoting },
): readonly FileEdit[] {
  return model.loaded.files.flatMap(({ parsed }) =>
    occurrencesOf(model, parsed)
      .filter(one => sameThing(one, thing) && one.role !== 'past' && !one.made && (inSql || one.writing !== 'sql'))
      .map(one => ({ parsed, start: one.start, end: one.end, text: written(one, name, parsed, quoting) })),
  )
}

/** The name of a sequence or table in a string, as `nextval('audit."odd name"')` has it. */
function nameInText(name: string): string {
  return sqlName(name).replaceAll("'", "''")
}

function written(one: Occurrence, name: string, parsed: Parsed, quoting: Quoting): string {
  const tokens = nameTokens(parsed)
  const at = tokens.from(one.start + 1) - 1
  if (one.writing === 'mig') return migName(one, name, tokens.text(at - 1) === '.', quoting)
  const isInBackticks = tokens.text(at).startsWith('`')
  const now = parsed.text.slice(one.start, one.end)
  if (one.writing === 'sql string' && one.kind !== 'enum value') return nameInText(name).replaceAll('`', '``')
  if (!isInBackticks) return valueText(one, name, parsed.text)
  const text =
    one.writing === 'sql'
      ? inPlaceOf(readTokens(now.replaceAll('``', '`'))[0]!, name)
      : valueText(one, name, parsed.text)
  return text.replaceAll('`', '``')
}

/** A value of an enum as a string, or as a member of an array that a string writes. */
function valueText({ start, end }: Occurrence, name: string, text: string): string {
  if (/^[eE]?'/.test(text.slice(start, end))) return `'${name.replaceAll("'", "''")}'`
  const member = text[openingQuote(text, start) + 1] === '[' ? JSON.stringify(name) : arrayItem(name)
  return member.replaceAll("'", "''")
}

/** The quote that opens the string around an offset: inside of it each quote is doubled. */
function openingQuote(text: string, offset: number): number {
  let at = offset - 1
  while (at >= 0 && (text[at] !== "'" || text[at - 1] === "'")) at -= text[at] === "'" ? 2 : 1
  return at
}
