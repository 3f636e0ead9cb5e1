import { nameText } from '../../../compiler/schema/name.ts'
import { type Schema, triggerKey } from '../../../compiler/schema/schema.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import type { Connection } from '../../connection.ts'
import { type Doubt, type DoubtKind, doubtKey } from './doubts.ts'
import type { Member } from './put-members.ts'
import type { FailedTrial } from './refused-text.ts'
import {
  type Sides,
  shadowTables,
  trialParentName,
  trialPartitionName,
  trialPartitions,
  trialTables,
  trialViewName,
  trialViews,
} from './trial-steps.ts'
import { type Trial, type TrialSettings, tryTexts } from './try-texts.ts'

/** What became of a doubt: the member in Postgres' words, or why these are not known. */
export type Settled = { readonly told: Member } | FailedTrial

/** What Postgres said of each doubt, by its key. */
export type Answers = Map<string, Settled>

const TOGETHER = 100

/** Has Postgres say in its own words what is in doubt: many at once, and where one of them fails, in ever smaller lists. */
export async function settleDoubts(
  connection: Connection,
  doubts: readonly Doubt[],
  sides: Sides,
  settings: TrialSettings,
): Promise<Answers> {
  const answers: Answers = new Map()
  const settle = async (
    list: readonly Doubt[],
    stepsOf: (list: readonly Doubt[]) => readonly Step[],
  ): Promise<void> => {
    const trial = await tryTexts(connection, stepsOf(list), settings)
    if ('failed' in trial && list.length > 1) {
      const half = list.length >> 1
      await settle(list.slice(0, half), stepsOf)
      return settle(list.slice(half), stepsOf)
    }
    list.forEach((doubt, at) => {
      const known = answers.has(doubtKey(doubt))
      if (!known || 'told' in trial) answers.set(doubtKey(doubt), answerOf(doubt, at, trial))
    })
  }
  const [views, members] = [doubts.filter(isView), doubts.filter(doubt => !isView(doubt) && !isPartition(doubt))]
  for (const list of cut(doubts.filter(isPartition))) await settle(list, these => trialPartitions(these, sides))
  for (const list of listsOf(members)) await settle(list, these => trialTables(these, sides))
  for (const list of cut(views)) await settle(list, these => trialViews(these, sides))
  const shadows = shadowTables(sides)
  const stars = shadows.length === 0 ? [] : views.filter(view => readsAll(view, sides, answers))
  for (const list of cut(stars)) await settle(list, these => [...shadows, ...trialViews(these, sides)])
  return answers
}

function isPartition({ kind }: Doubt): boolean {
  return kind === 'partition'
}

function isView({ kind }: Doubt): boolean {
  return kind === 'view'
}

/** Whether a view asks for all columns of something and came out otherwise than it is there. */
function readsAll({ relation, ...rest }: Doubt, { live, wanted }: Sides, answers: Answers): boolean {
  const key = nameText(relation)
  const answer = answers.get(doubtKey({ relation, ...rest }))!
  if ('told' in answer && (answer.told as { sql: { all: string } }).sql.all === live.views.get(key)?.sql.all)
    return false
  return wanted.views.get(key)?.sql.all?.includes('*') === true
}

/** What can be tried together: all names differ within one schema. The types of columns come first, the rest rests on them. */
function listsOf(doubts: readonly Doubt[]): readonly (readonly Doubt[])[] {
  const groups = Map.groupBy(doubts, ({ kind, relation }) => `${kind === 'column' ? 0 : 1} ${relation.schema ?? ''}`)
  return [...groups.values()].flatMap(cut)
}

function cut(doubts: readonly Doubt[]): readonly (readonly Doubt[])[] {
  const lists: Doubt[][] = []
  for (let at = 0; at < doubts.length; at += TOGETHER) lists.push(doubts.slice(at, at + TOGETHER))
  return lists
}

function answerOf(doubt: Doubt, at: number, trial: Trial): Settled {
  if ('failed' in trial) return trial
  const told = TOLD[doubt.kind](trial.told, doubt, at)
  return told === undefined ? { failed: { said: 'it did not come back', sql: '' }, isWrong: false } : { told }
}

const TOLD: { readonly [K in DoubtKind]: (told: Schema, doubt: Doubt, at: number) => Member | undefined } = {
  column: ({ tables }, { relation, name }) => among(tables.get(here(relation.name))?.columns, name),
  constraint: ({ tables }, { relation, name }) => among(tables.get(here(relation.name))?.constraints, name),
  index: ({ tables }, { relation, name }) => among(tables.get(here(relation.name))?.indexes, name),
  trigger: ({ triggers }, { relation, name }) => triggers.get(triggerKey({ table: { name: relation.name }, name })),
  partition: ({ tables }, _doubt, at) => tables.get(trialPartitionName(at)) ?? tables.get(trialParentName(at)),
  view: ({ views }, _doubt, at) => views.get(trialViewName(at)),
}

function here(name: string): string {
  return nameText({ name })
}

function among<T extends { readonly name: string }>(members: readonly T[] | undefined, name: string): T | undefined {
  return members?.find(member => member.name === name)
}
