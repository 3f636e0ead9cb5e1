import type { Check } from './check.ts'
import { targetsOf } from './targets.ts'
import { typeSpellings } from './type-spellings.ts'
import { isAtLeast, leastVersion } from './version.ts'

/** Types that only newer versions of Postgres have: multiranges came with 14. */
export const checkTypeVersions: Check = (subject, report) => {
  const least = leastVersion(subject, 'postgres')
  if (least === undefined || isAtLeast(least, '14')) return
  for (const node of typeSpellings(subject.scope.declarations)) {
    if (!node.name?.endsWith('multirange') || !targetsOf(subject, node.dialect).includes('postgres')) continue
    const message = `\`${node.name}\` needs Postgres 14, and the project runs on ${least}.`
    report.error({
      code: 'MIG196',
      message,
      remedy: 'Write `targets postgres 14`, or another type.',
      place: { node, property: 'name' },
      data: { dialect: 'postgres', version: '14' },
    })
  }
}
