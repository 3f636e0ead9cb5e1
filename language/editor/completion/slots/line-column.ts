import type { DialectName, PerDialect } from '../../../../compiler/schema/dialect.ts'
import type { Type } from '../../../../compiler/schema/type.ts'
import type { TypeSpelling } from '../../../generated/ast.ts'
import { unquote } from '../../../literals/name-literal.ts'
import { readSqlText } from '../../../literals/sql-literal.ts'
import { lowerTypes } from '../../../lower/type.ts'
import { type Frame, frameOf, isWithin, type Read, textOf, textsOf } from '../grammar/reading.ts'
import type { Spot } from '../spot.ts'

/** The column whose line the cursor stands in, as far as the line goes before it. */
export interface LineColumn {
  readonly name: string
  readonly type: PerDialect<Type>
  readonly nullable: boolean
  /** The rules of the modifiers that it has: `DefaultMod`, `PrimaryMod` … */
  readonly modifiers: ReadonlySet<string>
}

/** Reads the column of a line from the tokens before the cursor. */
export function lineColumn({ frame, reads, scene }: Spot): LineColumn | undefined {
  const column = frameOf(frame, 'Column')
  if (column === undefined) return undefined
  const own = reads.filter(read => isWithin(read.frame, column))
  const spellings = spellingsOf(own, column)
  return {
    name: unquote(textOf(own, 'Column.name') ?? ''),
    type: lowerTypes(spellings, scene.context),
    nullable: spellings.some(spelling => spelling.nullable),
    modifiers: new Set(own.map(read => read.frame.rule).filter(rule => rule.endsWith('Mod'))),
  }
}

function spellingsOf(reads: readonly Read[], column: Frame): readonly TypeSpelling[] {
  const byFrame = new Map<Frame, Read[]>()
  for (const read of reads) {
    const frame = frameOf(read.frame, 'Spelling')
    if (frame?.parent !== column) continue
    const group = byFrame.get(frame)
    if (group === undefined) byFrame.set(frame, [read])
    else group.push(read)
  }
  return [...byFrame.values()].map(spellingOf)
}

function spellingOf(reads: readonly Read[]): TypeSpelling {
  const name = textOf(reads, 'Spelling.name')
  const sql = textOf(reads, 'Spelling.sql')
  const dialect = textOf(reads, 'Spelling.dialect') as DialectName | undefined
  return {
    $type: 'TypeSpelling',
    ...(dialect !== undefined && { dialect }),
    ...(name !== undefined && { name }),
    ...(sql !== undefined && { sql: readSqlText(sql) }),
    args: textsOf(reads, 'Spelling.args'),
    dimensions: textsOf(reads, 'Spelling.dimensions'),
    nullable: reads.some(read => read.token.image === '?'),
  } as unknown as TypeSpelling
}

/** The name of the column whose line the tokens are of. */
export function lineColumnName(reads: readonly Read[]): string | undefined {
  const name = textOf(reads, 'Column.name')
  return name === undefined ? undefined : unquote(name)
}
