import { nameText, quoteName } from '../../schema/name.ts'
import type { AlterObject, Step } from '../../steps/step.ts'
import { memberKey } from '../member-key.ts'
import type { Finding, HazardRule } from '../rule.ts'
import { type WholeRename, wholeRename } from '../whole-rename.ts'

/** A rename breaks running programs that use the old name. */
export const rule: HazardRule = {
  code: 'MIG231',
  name: 'rename-breaks-code',
  severity: 'warning',
  title: 'A rename breaks running programs that use the old name',
  explain: [
    'The rename itself is quick and loses nothing, and views, keys, checks, indexes and triggers follow. Programs that use the old name fail from the moment it commits until their new version runs, and so do SQL functions kept as text.',
    'Deploy the new version together with the migration, or in steps: add the new name beside the old one, move programs over, drop the old one in a later revision.',
  ],
  check(step, plan) {
    if (step.kind === 'alter enum') return values(step)
    if (step.kind === 'alter object') return fields(step)
    const rename = wholeRename(step, plan)
    return rename === undefined ? [] : [finding(rename)]
  },
}

function values({ to, renames }: Extract<Step, { kind: 'alter enum' }>): readonly Finding[] {
  return renames.map(pair => ({
    object: memberKey(to.name, pair.to),
    message: `The value ${quoteName(pair.from)} of ${nameText(to.name)} becomes ${quoteName(pair.to)}: running programs that write or compare the old one fail.`,
    remedy: 'Deploy the programs that use the new value together with it.',
  }))
}

function fields({ to, renames = [] }: AlterObject): readonly Finding[] {
  return renames.map(pair => ({
    object: memberKey(to.name, pair.to),
    message: `The field ${quoteName(pair.from)} of ${nameText(to.name)} becomes ${quoteName(pair.to)}: running programs that use the old name fail.`,
    remedy: 'Deploy the programs that use the new name together with it.',
  }))
}

function finding({ object, what, from, to }: WholeRename): Finding {
  return {
    object,
    message: `The ${what} ${from} becomes ${to}: running programs that use the old name fail.`,
    remedy: 'Deploy the programs that use the new name together with it.',
  }
}
