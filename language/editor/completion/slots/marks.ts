import { CompletionItemKind } from 'vscode-languageserver-types'
import type { Candidate } from '../candidate.ts'
import type { Spot } from '../spot.ts'
import { isFirst, isUsefulModifier } from './modifiers.ts'

/** Signs that are worth an entry, because much follows them. */
export function markOffer(spot: Spot): readonly Candidate[] {
  const [rule = ''] = spot.rules
  const sign = spot.reading.leaf.type.name
  const found = MARKS[`${rule}:${sign}`]
  if (found === undefined || (rule === 'TextGroupRule' && spot.frame.feature === 'options')) return []
  if (rule.endsWith('Mod') && isFirst(spot) && !isUsefulModifier(rule, spot)) return []
  return [found]
}

function mark(label: string, snippet: string, documentation: string, rank: number): Candidate {
  const insert = /^[^$]*/.exec(snippet)![0].replace(/`$/, '')
  return { label, kind: CompletionItemKind.Operator, insert, snippet, documentation, rank, filter: label }
}

const MARKS: Readonly<Record<string, Candidate>> = {
  'ReferenceMod:->': mark('->', '-> ', 'A foreign key: the table that it goes to.', 0),
  'Foreign:->': mark('->', '-> ', 'The table that the foreign key goes to.', 0),
  'RemovedValue:->': mark('->', '-> ', 'What the rows that hold it become.', 0),
  'Moves:->': mark('->', '-> ', 'What the rows that hold it become.', 0),
  'GeneratedMod:=': mark(
    '= `…` stored',
    '= `$1` <2|stored,virtual|>',
    'Computed from the other columns of its row.',
    3,
  ),
  'Body:=': mark('= `…`', '= `\n  $0\n`', 'The SQL.', 0),
  'Body:{': mark('{ … }', '{\n  postgres `$1`\n  sqlite   `$2`\n}', 'SQL for each database.', 1),
  'View:=': mark('= `…`', '= `\n  $0\n`', 'The SQL.', 0),
  'View:{': mark('{ … }', '{\n  postgres `$1`\n  sqlite   `$2`\n}', 'SQL for each database.', 1),
  'MaterializedViewRule:=': mark('= `…`', '= `\n  $0\n`', 'The query.', 0),
  'MaterializedViewRule:{': mark('{ … }', '{\n  index ($0)\n}', 'Its indexes.', 1),
  'CompositeRule:{': mark('{ … }', '{\n  $0\n}', 'Its fields.', 0),
  'DomainRule:=': mark('=', '= ', 'The type that it is made of.', 0),
  'RangeRule:=': mark('=', '= ', 'The type that it is a range of.', 0),
  'OtherRule:{': mark('{ … }', '{\n  create `$1`\n  drop   `$2`\n}', 'The SQL that makes it and drops it.', 0),
  'Operator:=': mark('=', '=', 'Equal values.', 0),
  'Operator:&&': mark('&&', '&&', 'Values that overlap.', 0),
  'Operator:<>': mark('<>', '<>', 'Other values.', 1),
  'Operator:-|-': mark('-|-', '-|-', 'Ranges that touch.', 1),
  'Unique:(': mark('(…)', '($1)', 'Its columns.', 0),
  'Exclude:(': mark('(…)', '($1 with $2)', 'What is compared, and how.', 0),
  'TextGroupRule:(': mark('(…)', '($1)', 'Its arguments.', 0),
  'Index:(': mark('(…)', '($1)', 'Its keys.', 0),
  'ColumnList:(': mark('(…)', '($1)', 'Its columns.', 0),
  'TypeAlias:=': mark('=', '= ', 'What it stands for.', 0),
  'Members:{': mark('{ … }', '{\n  $0\n}', 'Its members.', 0),
  'EnumBody:{': mark('{ … }', '{\n  $0\n}', 'Its values.', 0),
  'Import:{': mark('{ … }', "{ $2 } from '<1:./>'", 'Only some names of a file.', 1),
}
