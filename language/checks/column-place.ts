import type { NodePart } from '../lower/reporter.ts'
import type { IndexLine, KeyLine } from './subject.ts'

/** Where a key or an index names its column of that number: the modifier itself where it stands on the column. */
export function columnPlace(line: KeyLine | IndexLine, index: number): NodePart {
  const { node } = line
  if (node.$type === 'IndexMember') return { node, property: 'keys', index }
  return 'columns' in node ? { node, property: 'columns', index } : { node }
}

/** Where a foreign key names the column of its target of that number. */
export function targetColumnPlace({ node }: KeyLine, index: number): NodePart {
  if (node.$type === 'ForeignMember') return { node, property: 'targetColumns', index }
  return 'column' in node ? { node, property: 'column' } : { node }
}
