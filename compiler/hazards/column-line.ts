import type { Column } from '../schema/column.ts'
import { quoteName } from '../schema/name.ts'
import { typeText } from '../schema/type-text.ts'

/** A column as its line of `.mig` begins, `phone text?`, with `more` behind it. */
export function columnLine(column: Column, ...more: readonly string[]): string {
  const { all, postgres, sqlite } = column.type
  const spelled = [
    ...(all === undefined ? [] : [typeText(all)]),
    ...(postgres === undefined ? [] : [`postgres ${typeText(postgres)}`]),
    ...(sqlite === undefined ? [] : [`sqlite ${typeText(sqlite)}`]),
  ]
  return [`${quoteName(column.name)} ${spelled.join(', ')}${column.nullable ? '?' : ''}`, ...more].join(' ')
}
