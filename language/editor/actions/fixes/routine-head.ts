import { type Fixer, fix } from '../fix.ts'
import { insert, removePiece } from '../text/change.ts'
import { addAbove } from '../text/declarations.ts'
import { spanOf, textOf, up } from '../text/nodes.ts'

const FOR_TRIGGERS = /\breturn\s+(?:new|old)\b/i

/** What a function returns: nothing, or the row of a trigger. */
export const sayReturns: Fixer = ({ parsed, node, diagnostic }) => {
  const routine = up(node, 'FunctionDeclaration')
  const end = spanOf(routine?.arguments)?.end
  if (routine === undefined || end === undefined || !/returns is missing/.test(diagnostic.message)) return []
  const isTrigger = FOR_TRIGGERS.test(textOf(parsed, routine.sql))
  const said = isTrigger ? 'returns trigger' : 'returns void'
  return fix(`Add \`${said}\``, [insert(parsed, end, ` ${said}`)], isTrigger)
}

const NOT_IN_A_TYPE =
  /^(?:language|immutable|stable|volatile|strict|leakproof|security|parallel|cost|rows|support|set|window|transform|called|not|external)$/i

/** A procedure returns nothing. */
export const leaveReturnsOut: Fixer = ({ parsed, node }) => {
  const options = up(node, 'ProcedureDeclaration')?.options ?? []
  const from = options.findIndex(part => part.$type === 'TextWord' && /^returns$/i.test(part.text))
  const rest = options.slice(from + 1)
  const to = rest.findIndex(part => part.$type === 'TextWord' && NOT_IN_A_TYPE.test(part.text))
  const last = spanOf(to < 0 ? rest.at(-1) : rest[to - 1])
  const start = from < 0 ? undefined : spanOf(options[from])?.start
  if (start === undefined || last === undefined) return []
  return fix(`Leave \`${parsed.text.slice(start, last.end)}\` out`, [removePiece(parsed, start, last.end)], true)
}

/** Declares the function that a trigger runs, with a body that changes nothing. */
export const declareTriggerFunction: Fixer = ({ model, parsed, node, diagnostic }) => {
  const trigger = up(node, 'TriggerDeclaration')
  const name = diagnostic.data?.name
  if (trigger === undefined || typeof name !== 'string' || !/declares no function `[^`]+`\.$/.test(diagnostic.message))
    return []
  const only = model.loaded.project.targets.some(({ dialect }) => dialect === 'sqlite') ? ' only postgres' : ''
  const head = `function ${name}() returns trigger language plpgsql${only}`
  const body = '`\n  begin\n    return new;\n  end\n`'
  return fix(`Declare a function \`${name}\` for triggers`, addAbove(parsed, trigger, `${head} = ${body}`))
}
