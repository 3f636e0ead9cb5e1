import type { SqlSide, SqlStep } from '../../compiler/steps/step.ts'
import { writeString } from '../literals/string-literal.ts'
import { writeSql } from './parts.ts'

/** SQL written by hand, forward and back. */
export function writeSqlStep({ name, up, down }: SqlStep): string {
  return `sql ${writeString(name)} {\n${writeSide('up  ', up)}${writeSide('down', down)}}`
}

function writeSide(word: string, side: SqlSide): string {
  const text = 'none' in side ? `none${side.none === '' ? '' : ` ${writeString(side.none)}`}` : writeSql(side.run, '  ')
  return `  ${`${word} ${text}`.trimEnd()}\n`
}
