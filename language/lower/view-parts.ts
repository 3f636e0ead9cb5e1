import type { View, ViewColumn, ViewOption } from '../../compiler/schema/objects.ts'
import type { MaterializedViewDeclaration, ViewDeclaration } from '../generated/ast.ts'
import { type Context, commentOf } from './context.ts'
import { lowerValue } from './value.ts'

const SWITCHES: readonly string[] = ['security_barrier', 'security_invoker']
const ON: ReadonlySet<string> = new Set(['true', 'on', 'yes', '1'])
const OFF: ReadonlySet<string> = new Set(['false', 'off', 'no', '0'])

/** The options of a view in one form: `true` for what is on, nothing for what is off, as Postgres assumes it. */
export function lowerViewOptions(node: ViewDeclaration, context: Context): Pick<View, 'options'> {
  const options = (node.options ?? []).flatMap((_, at) => optionAt(node, at, context))
  options.sort((a, b) => (a.name < b.name ? -1 : 1))
  return options.length === 0 ? {} : { options }
}

function optionAt(node: ViewDeclaration, at: number, { report }: Context): readonly ViewOption[] {
  const { name, value: written } = node.options[at]!
  const place = { node: node.options[at]!, property: 'name' }
  if (node.options.findIndex(other => other.name === name) < at) {
    report.error('MIG107', `\`${name}\` is given twice.`, 'Keep one of them.', place)
    return []
  }
  const value = written?.toLowerCase()
  if (name === 'check_option') {
    if (value === 'local' || value === 'cascaded') return [{ name, value }]
    report.error('MIG133', '`check_option` is `local` or `cascaded`.', 'Write one of the two after `=`.', place)
    return []
  }
  if (!SWITCHES.includes(name)) {
    const remedy = 'There is `security_barrier`, `security_invoker` and `check_option`.'
    report.error('MIG133', `A view has no option \`${name}\`.`, remedy, place)
    return []
  }
  if (value === undefined || ON.has(value)) return [{ name, value: 'true' }]
  if (!OFF.has(value)) report.error('MIG133', `\`${name}\` is \`true\` or \`false\`.`, 'Write one of the two.', place)
  return []
}

/** What is said of the columns of a view: defaults and comments. */
export function lowerViewColumns(node: ViewDeclaration, context: Context): Pick<View, 'columns'> {
  const columns: ViewColumn[] = []
  for (const column of node.columns ?? []) {
    const value = column.default && lowerValue(column.default, context)
    if (columns.some(({ name }) => name === column.name)) {
      const message = `The column \`${column.name}\` stands here twice.`
      context.report.error('MIG107', message, 'Keep one of them.', { node: column, property: 'name' })
    } else columns.push({ name: column.name, ...(value && { default: value }), ...commentOf(column, context) })
  }
  const said = columns.filter(column => column.default !== undefined || column.comment !== undefined)
  return said.length === 0 ? {} : { columns: said.sort((a, b) => (a.name < b.name ? -1 : 1)) }
}

/** The names that a view gives its columns itself. */
export function lowerColumnNames(
  node: ViewDeclaration | MaterializedViewDeclaration,
  { report }: Context,
): Pick<View, 'columnNames'> {
  const names = node.columnNames ?? []
  for (const [at, name] of names.entries()) {
    if (names.indexOf(name) === at) continue
    const place = { node, property: 'columnNames', index: at }
    report.error('MIG107', `The column \`${name}\` stands here twice.`, 'Give one of them another name.', place)
  }
  return names.length === 0 ? {} : { columnNames: [...names] }
}
