import type { Hints } from '../../../compiler/diff/hints.ts'
import { nameText, quoteName } from '../../../compiler/schema/name.ts'
import { readMember } from '../../literals/name-literal.ts'
import { uriOf } from '../lsp-places.ts'
import type { NameKind } from '../occurrence.ts'
import type { Past } from '../past.ts'
import type { ProjectModel } from '../project-model.ts'
import { code, link, plainText } from '../revisions/markdown.ts'
import { printSchemaUri } from '../schema-uri.ts'
import type { ObjectHistory } from './life.ts'
import type { Moment } from './moment.ts'
import { historyOf } from './object-history.ts'

/** What time did to an object, as markdown on one line; nothing for what no revision made. */
export type Time = (key: string, kind?: NameKind) => string | undefined

/** The histories of the objects that there are at the head, by their keys there. */
export function timeOf(past: Past): Time {
  return (key, kind) => {
    const history = historyOf(past, key, kind)
    return history && describeHistory(history, past.path)
  }
}

/** The same by the keys of the text: what it says was called otherwise is looked for by its old name. */
export function timeIn({ past, loaded }: ProjectModel): Time {
  if (past === undefined) return () => undefined
  const time = timeOf(past)
  return (key, kind) => time(key, kind) ?? time(pastKey(loaded.hints.renames, key), kind)
}

function describeHistory({ came, renames, changed }: ObjectHistory, migrations: string): string {
  const parts = [`since ${say(came)}`]
  for (const [at, { from, moment }] of renames.entries())
    if (renames[at - 1]?.moment.revision !== moment.revision) parts.push(`renamed from ${code(from)} in ${say(moment)}`)
  const isOther = changed !== undefined && changed.revision !== came.revision
  if (isOther) parts.push(`last changed in ${say(changed)}: ${code(changed.step)}`)
  const last = isOther ? changed : (renames.at(-1)?.moment ?? came)
  const uri = printSchemaUri({ migrations, revision: last.revision })
  return `${parts.join('; ')} · ${link(`schema at ${last.revision}`, uri)}`
}

function say({ revision, message, created, file, line }: Moment): string {
  const title = message.trim() === '' ? revision : plainText(message)
  const uri = `${uriOf(file)}${line === undefined ? '' : `#L${line}`}`
  return `${link(`*${title}*`, uri)} (${revision}, ${created.slice(0, 10)})`
}

function pastKey(renames: Hints['renames'], key: string): string {
  const tops = renames.filter(hint => hint.in === undefined)
  const whole = tops.find(({ kind, to }) => kind !== 'schema' && to === key)
  if (whole !== undefined) return whole.from
  const schema = tops.find(({ kind, to }) => kind === 'schema' && quoteName(to) === key)
  if (schema !== undefined) return quoteName(schema.from)
  const { of, member } = readMember(key)
  const holder = nameText(of)
  if (holder === key || holder === '""') return key
  const inner = renames.find(hint => hint.in === holder && hint.to === member)
  return `${pastKey(renames, holder)}.${quoteName(inner?.from ?? member)}`
}
