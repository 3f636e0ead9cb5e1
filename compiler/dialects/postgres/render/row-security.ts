import type { QName } from '../../../schema/name.ts'
import type { TableHead } from '../../../schema/table.ts'
import { quoteQName } from '../quote.ts'
import { emit, type Rendering } from './rendering.ts'

/** Turns the row security of a table on or off, and whether it holds for its owner. */
export function changeRowSecurity(work: Rendering, table: QName, from: TableHead, to: TableHead): void {
  const alter = (words: string) => emit(work, `alter table ${quoteQName(table)} ${words} row level security`)
  if (from.rowSecurity !== to.rowSecurity) alter(to.rowSecurity ? 'enable' : 'disable')
  if (from.forceRowSecurity !== to.forceRowSecurity) alter(to.forceRowSecurity ? 'force' : 'no force')
}
