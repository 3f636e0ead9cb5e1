import type { DialectName } from '../../compiler/schema/dialect.ts'
import { type FoundFault, type TriggerFault, triggerFaults } from '../../compiler/sql/trigger-frame.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'
import { type Query, queries } from './queries.ts'
import { type SqlPiece, sqlPieces } from './sql-pieces.ts'
import { DATABASE } from './targets.ts'

/** The text of a trigger is what follows its name and its table: it begins with the event and ends with what is done. */
export const checkTriggerTexts: Check = (subject, report) => {
  for (const query of queries(subject, subject.scope.declarations)) {
    if (query.what !== 'trigger') continue
    for (const piece of sqlPieces(query.sql, query.targets, report)) checkPiece(query, piece, report)
  }
}

function checkPiece(query: Query, piece: SqlPiece, report: CheckReport): void {
  const seen = new Set<number>()
  for (const dialect of piece.dialects) {
    for (const found of triggerFaults(piece.text, query.name, dialect)) {
      if (seen.has(found.start)) continue
      seen.add(found.start)
      const { message, remedy } = SAYINGS[found.fault](said(query, piece, dialect, found))
      const place = piece.placeOf(found.start, found.end)
      report.error({ code: 'MIG193', message, remedy, place, data: { fault: found.fault, dialect } })
    }
  }
}

interface Said {
  readonly trigger: string
  readonly table: string
  readonly database: string
  readonly dialect: DialectName
  /** What stands at the fault, its layout taken out. */
  readonly written: string
  /** The words after it. */
  readonly next: string
}

function said(query: Query, { text }: SqlPiece, dialect: DialectName, { start, end }: FoundFault): Said {
  const written = text.slice(start, end).replace(/\s+/g, ' ')
  const [next = ''] = text
    .slice(end)
    .trim()
    .replace(/\s+/g, ' ')
    .split(/ (?:on|for|when|referencing|execute|begin)\b/i)
  const table = query.node.$type === 'TriggerDeclaration' ? (query.node.table ?? '') : ''
  return { trigger: query.name, table, database: DATABASE[dialect], dialect, written, next }
}

interface Saying {
  readonly message: string
  readonly remedy: string
}

const SAYINGS: Readonly<Record<TriggerFault, (said: Said) => Saying>> = {
  head: ({ written, trigger, table, next }) => ({
    message: `\`${written}\` is said outside of the backticks already: \`trigger ${trigger} on ${table}\`.`,
    remedy: `Leave out \`${written}\`: the text begins with its event${next === '' ? '' : `, \`${next} …\``}.`,
  }),
  event: ({ dialect }) => ({
    message: 'The text of a trigger begins with its event.',
    remedy: `Begin with \`before\`, \`after\` or \`instead of\`, and what happens: \`after insert ${dialect === 'postgres' ? 'for each row' : 'begin'} …\`.`,
  }),
  time: ({ written }) => ({
    message: `Postgres is to be told whether the trigger runs before or after the ${written}.`,
    remedy: `Write \`before ${written}\` or \`after ${written}\`.`,
  }),
  events: ({ written }) => ({
    message: 'A trigger of SQLite has one event.',
    remedy: `Write a trigger of its own for \`${written.replace(/^or /, '')}\`, or limit this one: \`only postgres\`.`,
  }),
  truncate: () => ({
    message: 'SQLite has no `truncate`.',
    remedy: 'Limit the trigger: `only postgres`.',
  }),
  table: ({ written, trigger, table }) => ({
    message: `The table is said outside of the backticks already: \`trigger ${trigger} on ${table}\`.`,
    remedy: `Leave out \`${written}\`.`,
  }),
  row: ({ written }) => ({
    message: `\`${written}\` stands once, behind the event and before \`when\` and what is done.`,
    remedy: 'Move it there, or leave it out where it is there already.',
  }),
  statement: ({ written }) => ({
    message: 'SQLite runs a trigger for each row.',
    remedy: `Leave out \`${written}\`, or give SQLite a text of its own: postgres \`…\` sqlite \`…\`.`,
  }),
  body: ({ dialect }) =>
    dialect === 'postgres'
      ? {
          message: 'A trigger of Postgres ends with the function that it runs.',
          remedy: 'End with `execute function NAME()`, and give SQLite a text of its own: postgres `…` sqlite `…`.',
        }
      : {
          message: 'A trigger of SQLite ends with its statements, between `begin` and `end`.',
          remedy: 'End with `begin …; end`, and give Postgres a text of its own: postgres `…` sqlite `…`.',
        },
}
