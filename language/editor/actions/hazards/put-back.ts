import { nameText } from '../../../../compiler/schema/name.ts'
import type { Schema } from '../../../../compiler/schema/schema.ts'
import { primaryKeyOf } from '../../../../compiler/schema/table.ts'
import type { TableSubject } from '../../../checks/subject.ts'
import type { Parsed } from '../../../parse.ts'
import { arrangeSchema } from '../../../print/arrange-schema.ts'
import { MEMBER_WORDS, writeName } from '../../../print/name.ts'
import { writeTable } from '../../../print/table.ts'
import type { ProjectModel } from '../../project-model.ts'
import { type Fix, fix } from '../fix.ts'
import { addDeclaration } from '../text/declarations.ts'
import { addLine } from '../text/member-lines.ts'
import { pastKey } from './since.ts'

/** Puts a column back that is gone, as the last revision has it, behind the one that it stood behind. */
export function putColumnBack(model: ProjectModel, table: TableSubject, name: string): readonly Fix[] {
  const key = pastKey(model, 'table', table.key)
  const before = model.past?.schema.tables.get(key ?? '')
  const at = before?.columns.findIndex(column => column.name === name) ?? -1
  if (before === undefined || at < 0) return []
  const text = textOf(model.past!.schema, key!)
  const written = writeName(name, MEMBER_WORDS)
  const line = text
    .split('\n')
    .find(one => one.startsWith(`  ${written} `))
    ?.trim()
  if (line === undefined || (line.match(/`/g)?.length ?? 0) % 2 === 1) return []
  const said = `${written} ${line.slice(written.length).trim()}`
  const above = new Set(before.columns.slice(0, at).map(column => column.name))
  const own = table.node.members.filter(({ $type }) => $type === 'ColumnDeclaration' || $type === 'IncludeMember')
  const after = own.findLast(member => member.$type === 'ColumnDeclaration' && above.has(member.name))
  return fix(`Put it back: \`${said}\``, addLine(table.context.parsed, table.node, said, after))
}

/** Puts a table back that is gone, as the last revision has it. */
export function putTableBack(model: ProjectModel, parsed: Parsed, key: string): readonly Fix[] {
  const { past } = model
  if (past?.schema.tables.has(key) !== true) return []
  return fix('Put the table back', addDeclaration(parsed, textOf(past.schema, key)))
}

function textOf(schema: Schema, key: string): string {
  const one = arrangeSchema({ ...schema, tables: new Map([[key, schema.tables.get(key)!]]) }).tables.get(key)!
  return writeTable(one, target => {
    const found = schema.tables.get(nameText(target))
    return found && primaryKeyOf(found)?.columns
  })
}
