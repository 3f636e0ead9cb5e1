import { dialects } from '../../compiler/dialects/dialects.ts'
import { nameText } from '../../compiler/schema/name.ts'
import type { Trigger, View } from '../../compiler/schema/objects.ts'
import { EMPTY_SCHEMA, type Schema, triggerKey } from '../../compiler/schema/schema.ts'
import { describeStep } from '../../compiler/steps/describe.ts'
import type { Step } from '../../compiler/steps/step.ts'
import type { Connection } from '../connection.ts'
import { refusedAt } from '../refused-at.ts'
import { prepareNothing } from '../sqlite.ts'
import { quoted } from './fill-table.ts'
import type { PlacedFinding } from './finding.ts'

/**
 * The views of an SQLite database that cannot be read: SQLite keeps their text without a look at the names in it
 * (lang_createview.html), and fails where they are used. A view that reads a broken one is passed over. `told` are those that
 * were found before.
 */
export async function refusedViews(
  { query }: Connection,
  schema: Schema,
  told: Set<string>,
): Promise<readonly PlacedFinding[]> {
  const findings: PlacedFinding[] = []
  for (const view of schema.views.values()) {
    const key = nameText(view.name)
    if (view.only === 'postgres') continue
    const error = await query(`explain select * from ${quoted(view.name.name)}`).then(
      () => undefined,
      (reason: Error) => reason,
    )
    if (error === undefined) told.delete(key)
    else if (!told.has(key)) {
      told.add(key)
      const found = findingOf(view, error)
      if (found !== undefined) findings.push(found)
    }
  }
  return findings
}

/**
 * The triggers of an SQLite database that cannot run: SQLite looks at the names in them only when a statement fires them
 * (lang_createtrigger.html), and compiles them all then, which `explain` has it do. A table with a broken one takes no
 * statement of its event, so what is said is said once for the table and the event.
 */
export async function refusedTriggers(
  { query }: Connection,
  schema: Schema,
  told: Set<string>,
): Promise<readonly PlacedFinding[]> {
  const findings: PlacedFinding[] = []
  const groups = Map.groupBy(schema.triggers.values(), ({ table }) => nameText(table))
  for (const [key, triggers] of groups) {
    const columns = schema.tables.get(key)?.columns.filter(({ only, generated }) => only !== 'postgres' && !generated)
    if (columns === undefined) continue
    const name = quoted(triggers[0]!.table.name)
    const [first] = columns.map(column => quoted(column.name))
    const sets = columns.map(column => `${quoted(column.name)} = ${quoted(column.name)}`).join(', ')
    const statements =
      first === undefined
        ? []
        : [
            `insert into ${name} (${first}) select ${first} from ${name}`,
            `update ${name} set ${sets}`,
            `delete from ${name}`,
          ]
    for (const statement of statements) {
      const error = await query(`explain ${statement}`).then(
        () => undefined,
        (reason: Error) => reason,
      )
      const mark = `trigger ${statement}`
      if (error === undefined) told.delete(mark)
      else if (!told.has(mark)) {
        told.add(mark)
        const word = statement.slice(0, 6)
        const found = triggers
          .filter(
            ({ sql, only }) =>
              only !== 'postgres' && new RegExp(`\\b${word}\\b`, 'i').test(sql.all ?? sql.sqlite ?? ''),
          )
          .flatMap(trigger => triggerFinding(trigger, error, word) ?? [])
        findings.push(...found.slice(0, 1))
      }
    }
  }
  return findings
}

function triggerFinding(trigger: Trigger, error: Error, event: string): PlacedFinding | undefined {
  const step: Step = { kind: 'create trigger', trigger }
  return refusedFinding([step, { kind: 'alter trigger', from: trigger, to: trigger }], error, {
    message: `SQLite keeps the trigger ${triggerKey(trigger)}, and refuses every ${event}: ${error.message}`,
    remedy: 'Mend the trigger: SQLite looks at the names in it only when it fires.',
  })
}

function findingOf(view: View, error: Error): PlacedFinding | undefined {
  return refusedFinding(
    [
      { kind: 'create view', view },
      { kind: 'alter view', from: view, to: view },
    ],
    error,
    {
      message: `SQLite keeps the view ${nameText(view.name)}, and refuses to read it: ${error.message}`,
      remedy: 'Mend the query: SQLite looks at the names in it only when it is read.',
    },
  )
}

function refusedFinding(
  steps: readonly [Step, Step],
  error: Error,
  text: Pick<PlacedFinding, 'message' | 'remedy'>,
): PlacedFinding | undefined {
  const [step] = steps
  const sql = dialects.sqlite.render([step], EMPTY_SCHEMA)[0]?.sql
  if (sql === undefined) return undefined
  const offset = refusedAt(error, sql, prepareNothing)
  if (offset === undefined) return undefined
  const state = (error as { readonly errcode?: unknown }).errcode
  return {
    code: 'MIG519',
    severity: 'error',
    ...text,
    direction: 'up',
    refused: {
      sql,
      about: steps.map(describeStep).join('\n'),
      direction: 'up',
      said: error.message,
      offset,
      ...(state !== undefined && { state: String(state) }),
    },
  }
}
