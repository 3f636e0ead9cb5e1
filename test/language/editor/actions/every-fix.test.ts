import { expect, test } from 'vitest'
import type { Diagnostic } from '../../../../language/diagnostic.ts'
import { ALL_CASES } from '../../checks/cases/all-cases.ts'
import type { CheckCase } from '../../checks/cases/check-case.ts'
import { readMarked, withProject } from '../../checks/marked.ts'
import { actionsAt, open, textsAfter } from './fix-case.ts'

/** Fixes that are right and uncover another error, or lead halfway. */
const HALFWAY = [
  'MIG165 a column on a broken line: Change to `default`',
  'MIG182 a column on a broken line: Change to `default`',
  'MIG182 a join with using, the other side: Change to `t_idd`',
  'MIG197 only: Remove the line',
]

test.each(ALL_CASES.filter(({ revision }) => !revision).map(item => [`${item.code} ${item.title}`, item] as const))(
  'no fix of %s brings a new error',
  (name, item) => {
    const opened = open(textsOf(item))
    const wrong = opened.diagnostics.flatMap(diagnostic => {
      const actions = actionsAt(opened, diagnostic).filter(
        ({ diagnostics }) => diagnostics?.[0]?.code === diagnostic.code,
      )
      return actions.flatMap(action => {
        if (HALFWAY.includes(`${name}: ${action.title}`)) return []
        const then = open(textsAfter(opened, action)).diagnostics
        return [...stays(diagnostic, opened.diagnostics, then), ...comes(opened.diagnostics, then)].map(
          text => `${action.title}: ${text}`,
        )
      })
    })
    expect(wrong).toEqual([])
  },
)

function textsOf(item: CheckCase): Readonly<Record<string, string>> {
  const files = Object.entries(item.files ?? {}).map(([path, text]) => [
    path.slice('/project/'.length),
    readMarked(text).text,
  ])
  return { ...Object.fromEntries(files), 'schema.mig': readMarked(withProject(item.text)).text.replaceAll('<>', '!=') }
}

function stays({ code, message }: Diagnostic, before: readonly Diagnostic[], after: readonly Diagnostic[]) {
  const count = (all: readonly Diagnostic[]) => all.filter(one => one.code === code && one.message === message).length
  return count(after) < count(before) ? [] : ['it is still there']
}

function comes(before: readonly Diagnostic[], after: readonly Diagnostic[]): readonly string[] {
  const known = new Set(before.map(({ code, message }) => `${code} ${message}`))
  const errors = after.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`)
  return errors.filter(error => !known.has(error))
}
