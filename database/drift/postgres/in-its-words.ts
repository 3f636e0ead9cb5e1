import { nameText, quoteName } from '../../../compiler/schema/name.ts'
import type { Schema } from '../../../compiler/schema/schema.ts'
import type { Connection } from '../../connection.ts'
import { inDoubtOnly } from './certain.ts'
import { type Doubt, doubtKey, doubtsOf } from './doubts.ts'
import { type Member, putMembers } from './put-members.ts'
import type { RefusedText } from './refused-text.ts'
import { type Answers, settleDoubts } from './settle-doubts.ts'
import type { TrialSettings } from './try-texts.ts'

/** Something whose text the server could not be asked for. */
export interface Untold {
  /** `column`, `view`, `function` … */
  readonly kind: string
  /** As the schema has it: `orders.total`. */
  readonly key: string
  /** The key by which it is found in the schema files. */
  readonly object: string
  readonly reason: string
}

/** A schema in the words of the server that holds it, as far as the server could be asked. */
export interface InItsWords {
  readonly schema: Schema
  /** What the server could not be asked, with the reason. */
  readonly untold: readonly Untold[]
  /** What the server does not take at all, with what it said, by the key of the doubt. */
  readonly refused: ReadonlyMap<string, RefusedText>
}

const RIGHTS = `select has_database_privilege(current_database(), 'TEMPORARY') as allowed,
  pg_is_in_recovery() as standby, current_setting('transaction_read_only') = 'on' as readonly`

/**
 * The wanted schema in the words of the server. It prints what it stores in its own words, which differ by version, so it
 * is given the wanted texts as temporary objects wherever they are not to the letter what it has, and asked for them back.
 * That needs the right to make temporary tables and no other; nothing stays.
 */
export async function inItsWords(
  connection: Connection,
  live: Schema,
  wanted: Schema,
  settings: TrialSettings,
): Promise<InItsWords> {
  const doubts = doubtsOf(live, wanted)
  if (doubts.length === 0) return { schema: wanted, untold: [], refused: new Map() }
  const hindrance = await hindranceOf(connection)
  if (hindrance !== undefined) return settled(doubts, allFailed(doubts, hindrance), live, wanted)
  const columns = doubts.filter(({ kind }) => kind === 'column')
  const first = await settleDoubts(connection, columns, { live, wanted }, settings)
  const rest = doubts.filter(({ kind }) => kind !== 'column')
  const second = await settleDoubts(connection, rest, { live, wanted }, settings)
  return settled(doubts, new Map([...first, ...second]), live, wanted)
}

async function hindranceOf({ query }: Connection): Promise<string | undefined> {
  const [row] = await query(RIGHTS)
  if (row?.standby === true) return 'the server is a standby'
  if (row?.readonly === true) return 'the session may only read (default_transaction_read_only)'
  return row?.allowed === true ? undefined : 'the role may not make temporary tables (grant temporary on database)'
}

function allFailed(doubts: readonly Doubt[], failed: string): Answers {
  return new Map(doubts.map(doubt => [doubtKey(doubt), { failed: { said: failed, sql: '' }, isWrong: false }]))
}

function settled(doubts: readonly Doubt[], answers: Answers, live: Schema, wanted: Schema): InItsWords {
  const words = new Map<string, Member>()
  const untold: Untold[] = []
  const refused = new Map<string, RefusedText>()
  for (const doubt of doubts) {
    const key = doubtKey(doubt)
    const answer = answers.get(key)!
    if ('told' in answer) words.set(key, answer.told)
    else if (answer.isWrong) refused.set(`${doubt.kind} ${thingOf(doubt).key}`, answer.failed)
    else {
      const known = inDoubtOnly(doubt, live, wanted)
      if (known !== undefined) words.set(key, known)
      if (known !== undefined) untold.push({ ...thingOf(doubt), reason: answer.failed.said })
    }
  }
  return { schema: putMembers(wanted, doubts, words), untold, refused }
}

function thingOf({ kind, relation, name }: Doubt): Omit<Untold, 'reason'> {
  const key = kind === 'view' ? nameText(relation) : `${nameText(relation)}.${quoteName(name)}`
  return { kind, key, object: key }
}
