import { splitStatements } from '../../../../compiler/sql/statements.ts'
import { writeSqlText } from '../../../literals/sql-literal.ts'
import { type Fixer, fix } from '../fix.ts'
import { addLine } from '../text/member-lines.ts'
import { up } from '../text/nodes.ts'

const NAME = '(?:"(?:[^"]|"")+"|[a-z_][a-z0-9_$]*)'
const MADE = new RegExp(
  String.raw`^\s*create\s+(?:or\s+replace\s+)?(role|user|group|subscription|tablespace|database)\s+(${NAME})`,
  'i',
)

/** Says how the objects of a server are dropped that are named in the statements that make them. */
export const sayDrop: Fixer = ({ parsed, node, diagnostic }) => {
  const object = up(node, 'OtherDeclaration')
  if (object === undefined || !/cannot tell how/.test(diagnostic.message)) return []
  const create = object.lines.findLast(({ kind }) => kind === 'create')
  const statements = create?.sql?.all?.flatMap(text => splitStatements(text)) ?? []
  const made = statements.map(({ text }) => MADE.exec(text)).reverse()
  if (create === undefined || made.length === 0 || made.includes(null)) return []
  const drop = made.map(one => `drop ${one![1]!.toLowerCase()} ${one![2]}`).join('; ')
  return fix(`Add \`drop\` with \`${drop}\``, addLine(parsed, object, `drop ${writeSqlText(drop, '')}`, create), true)
}
