import type { HazardRule } from './rule.ts'

/** What `mig explain` says of a rule, in Markdown. */
export function explainRule(rule: HazardRule): string {
  return [`## ${rule.code} ${rule.name}`, `*${rule.severity}*: ${rule.title}.`, ...rule.explain].join('\n\n')
}

/** The part of the page of hazards that is made from the rules. */
export function rulesPage(rules: readonly HazardRule[]): string {
  const rows = rules.map(
    ({ code, name, severity, title }) => `| [${code}](#${code.toLowerCase()}-${name}) | ${severity} | ${title} |`,
  )
  return ['| code | | what |', '|---|---|---|', ...rows, '', ...rules.map(rule => `${explainRule(rule)}\n`)].join('\n')
}
