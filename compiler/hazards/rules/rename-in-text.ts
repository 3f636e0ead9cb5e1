import { nameText } from '../../schema/name.ts'
import { idOf, labelOf } from '../../schema/objects/object-key.ts'
import type { Step } from '../../steps/step.ts'
import { targetsOf } from '../concern.ts'
import { memberKey } from '../member-key.ts'
import type { PlanContext } from '../plan-context.ts'
import { type QuotedBody, quotedBodies } from '../quoted-bodies.ts'
import type { Finding, HazardRule } from '../rule.ts'
import { wholeRename } from '../whole-rename.ts'

/** A text in quotes that may use the old name, which no rename reaches, or what is dropped. */
export const rule: HazardRule = {
  code: 'MIG241',
  name: 'rename-in-text',
  severity: 'warning',
  title: 'A function kept as text may use the old name, or one that goes',
  explain: [
    'The body of a function is a text in quotes (`$$ … $$`) to the database. A rename does not reach it, and nothing is said until the function runs and does not find the name. The word that is found may as well mean something else: nobody can tell from the text alone. The same goes for a table, a view or a column that is dropped: the database lets it go while a function still uses it.',
    'Where it does mean what is renamed, write the new name into the body in the schema: the same revision changes both. One that only a `sql` step made needs `create or replace function …` in a `sql` step, with the old name in its `down`. Where it uses what goes, change or drop it too.',
  ],
  check(step, plan) {
    const gone = goneWith(step, plan)
    if (gone !== undefined) return dropped(gone, plan)
    const rename = step.kind.startsWith('rename') ? wholeRename(step, plan) : undefined
    if (rename === undefined) return []
    const [old, next] = [rename.from, rename.to].map(namePath)
    const name = old!.at(-1)!
    const isMoved = old!.length > 1 && rename.what !== 'column' && next!.at(-1) === name
    const found = isMoved
      ? quotedBodies(plan).filter(({ paths }) => paths.has(old!.slice(-2).join('.')))
      : bodiesWith(name, plan)
    if (found.length === 0) return []
    const word = isMoved ? `the name ${old!.slice(-2).join('.')}` : `the word ${name}`
    return [
      {
        object: rename.object,
        message: `The ${rename.what} ${rename.from} becomes ${rename.to}, and ${word} stands in the text of ${ownersOf(found)}: no rename reaches it.`,
        remedy: `Where ${rename.from} is meant there, ${changed(found, `write ${rename.to} into its text`, 'with the new name')}.`,
        ...(plan.targets.includes('sqlite') && { targets: ['postgres'] }),
      },
    ]
  },
}

/** What Postgres loses by a step, and a text may name. */
interface Gone {
  readonly what: string
  readonly object: string
  readonly name: string
}

function goneWith(step: Step, plan: PlanContext): Gone | undefined {
  switch (step.kind) {
    case 'drop table':
      return (
        inPostgres(plan, step.table) && { what: 'table', object: nameText(step.table.name), name: step.table.name.name }
      )
    case 'drop view':
      return (
        inPostgres(plan, step.view) && { what: 'view', object: nameText(step.view.name), name: step.view.name.name }
      )
    case 'drop column': {
      const { name } = step.column
      return inPostgres(plan, step.column) && { what: 'column', object: memberKey(step.table, name), name }
    }
    case 'drop object': {
      const { kind, name } = step.object
      return inPostgres(plan, step.object) && { what: kind, object: labelOf(idOf(step.object)), name: name.name }
    }
    default:
      return undefined
  }
}

function inPostgres(plan: PlanContext, object: Parameters<typeof targetsOf>[1]): true | undefined {
  return targetsOf(plan, object).includes('postgres') || undefined
}

function dropped({ what, object, name }: Gone, plan: PlanContext): readonly Finding[] {
  const found = bodiesWith(name, plan)
  if (found.length === 0) return []
  return [
    {
      object,
      message: `The ${what} ${object} goes, and the word ${name} stands in the text of ${ownersOf(found)}: it fails when it runs and means that ${what}.`,
      remedy: `Where ${object} is meant there, ${changed(found, 'change its text', 'without it')}, or drop what uses it too.`,
      ...(plan.targets.includes('sqlite') && { targets: ['postgres'] }),
    },
  ]
}

/** The parts of a name as it is written, the arguments of a function left out. */
function namePath(text: string): readonly string[] {
  const parts = text.replace(/\(.*$/s, '').match(/"(?:[^"]|"")*"|[^.]+/g) ?? [text]
  return parts.map(part => (part[0] === '"' ? part.slice(1, -1).replaceAll('""', '"') : part))
}

function bodiesWith(name: string, plan: PlanContext): readonly QuotedBody[] {
  return quotedBodies(plan).filter(body => body.names.has(name) || body.names.has(name.toLowerCase()))
}

/** What to do with a text: a declared one is changed where it stands, one that a `sql` step made in another such step. */
function changed(found: readonly QuotedBody[], declared: string, anew: string): string {
  const isDeclared = found.some(body => body.declared)
  const inFile = `${declared} in the schema: the same revision changes both`
  const inStep = `create it anew ${anew} in a \`sql\` step of this revision, with the old text in its \`down\``
  if (found.every(body => body.declared)) return inFile
  return isDeclared ? `${inFile}; what a \`sql\` step made, ${inStep.replace(' it', '')}` : inStep
}

function ownersOf(found: readonly QuotedBody[]): string {
  return listed(found.map(({ owner }) => owner))
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}
