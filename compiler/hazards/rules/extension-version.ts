import { quoteName } from '../../schema/name.ts'
import { concern } from '../concern.ts'
import type { HazardRule } from '../rule.ts'

/** The version of an extension changes. */
export const rule: HazardRule = {
  code: 'MIG249',
  name: 'extension-version',
  severity: 'warning',
  title: 'An extension changes its version, and may not go back',
  explain: [
    '`alter extension … update to` runs the scripts that lead from the installed version to that one. Most extensions bring scripts that lead to newer versions only: then the way back stops, or an older version cannot be reached at all.',
    'Look into `pg_extension_update_paths(NAME)` on a server of yours, and make a copy of what the extension keeps before the upgrade, if it keeps anything.',
  ],
  check(step, plan) {
    if (step.kind !== 'alter extension' || !plan.targets.includes('postgres')) return []
    const { from, to } = step
    if (from.only === 'sqlite' || to.only === 'sqlite') return []
    if (to.version === undefined || from.version === undefined || from.version === to.version) return []
    const name = quoteName(to.name)
    return [
      {
        object: name,
        message: `Extension ${name} changes from version ${from.version} to ${to.version}; the way back works only where the extension has scripts from ${to.version} to ${from.version}.`,
        remedy: `Look for both ways before: select * from pg_extension_update_paths('${to.name.replaceAll("'", "''")}').`,
        ...concern(plan, ['postgres']),
      },
    ]
  },
}
