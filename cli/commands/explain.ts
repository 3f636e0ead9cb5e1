import { explainRule } from '../../compiler/hazards/page.ts'
import { RULES } from '../../compiler/hazards/rules.ts'
import { CHECK_CODES } from '../../language/checks/check-codes.ts'
import type { Code } from '../../language/codes/code.ts'
import { TEXT_CODES } from '../../language/codes/text-codes.ts'
import type { Command } from '../command.ts'
import { FAILURE_CODES } from '../explanations/failure-codes.ts'
import { WrongUsage } from '../wrong-usage.ts'

/** Every code that is no hazard. */
const CODES: readonly Code[] = [...TEXT_CODES, ...CHECK_CODES, ...FAILURE_CODES]

/** `mig explain CODE`: what a code means and what to do. */
export const explain: Command = {
  takes: '[code]',
  options: [],
  examples: [
    ['mig explain MIG204', 'one code'],
    ['mig explain', 'all codes, one line each'],
  ],
  run: (_, [word]) => {
    if (word === undefined) return { exit: 0, text: listText(), json: { codes: list() } }
    const wanted = word.toUpperCase().replace(/^(?=\d)/, 'MIG')
    const rule = RULES.find(one => one.code === wanted)
    if (rule) {
      const { code, name, severity, title, explain: paragraphs } = rule
      return { exit: 0, text: explainRule(rule), json: { code, name, severity, title, explanation: paragraphs } }
    }
    const code = CODES.find(one => one.code === wanted)
    if (code === undefined)
      throw new WrongUsage(`There is no code ${word}.`, 'mig explain lists them all.', { code: word })
    return { exit: 0, text: [`## ${code.code} ${code.title}`, code.explanation, code.remedy].join('\n\n'), json: code }
  },
}

function list(): readonly { readonly code: string; readonly title: string }[] {
  const all = [...RULES, ...CODES].map(({ code, title }) => ({ code, title }))
  return all.sort((a, b) => (a.code < b.code ? -1 : 1))
}

function listText(): string {
  return list()
    .map(({ code, title }) => `${code}  ${title}`)
    .join('\n')
}
