import type { QName } from '../../../../compiler/schema/name.ts'
import { readMember, readName, unquote } from '../../../literals/name-literal.ts'

type MemberKind = 'column' | 'constraint' | 'index' | 'trigger'

/** A `drop …` that says which object, but not all of it. */
export type WrittenDrop =
  | { readonly kind: 'table' | 'enum' | 'view'; readonly name: QName }
  | { readonly kind: MemberKind; readonly table: QName; readonly name: string }

const NAME = '(?:"(?:[^"]|"")*"|[A-Za-z_][\\w$]*)'
const PATH = `${NAME}(?:\\.${NAME})*`
const WHOLE = new RegExp(`^drop\\s+(table|enum|view)\\s+(${PATH})`)
const TRIGGER = new RegExp(`^drop\\s+trigger\\s+(${NAME})\\s+on\\s+(${PATH})`)
const DOTTED = new RegExp(`^drop\\s+(column|constraint|index)\\s+(${PATH})\\s*$`)
const MEMBER = new RegExp(
  `^drop\\s+(column|constraint|index)\\s+(${PATH})\\s*:\\s*(?:(?:unique\\s+)?index\\s+|(?:primary|unique|foreign|check)\\s+)?(${NAME})`,
)

/** Reads the line of a drop that is not whole, in any of the ways in which somebody might have begun it. */
export function readDrop(line: string): WrittenDrop | undefined {
  const text = line.trim()
  const whole = WHOLE.exec(text)
  if (whole) return { kind: whole[1] as 'table' | 'enum' | 'view', name: readName(whole[2]!) }
  const trigger = TRIGGER.exec(text)
  if (trigger) return { kind: 'trigger', table: readName(trigger[2]!), name: unquote(trigger[1]!) }
  const member = MEMBER.exec(text)
  if (member) return { kind: member[1] as MemberKind, table: readName(member[2]!), name: unquote(member[3]!) }
  const [, kind, path = ''] = DOTTED.exec(text) ?? []
  if (!path.includes('.')) return undefined
  const { of, member: name } = readMember(path)
  return { kind: kind as MemberKind, table: of, name }
}
