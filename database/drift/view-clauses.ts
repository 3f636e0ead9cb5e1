import type { FiringState, Trigger, View, ViewColumn } from '../../compiler/schema/objects.ts'
import { sameValue } from '../../compiler/steps/same.ts'
import { catalogValue } from './member-text.ts'
import { showTexts } from './show-texts.ts'

/** In what the options of a view, and what is said of its columns, differ. */
export function viewClauses(from: View, to: View): readonly string[] {
  const [old, now] = [optionsText(from), optionsText(to)]
  const before = new Map(from.columns?.map(column => [column.name, column]))
  const after = new Map(to.columns?.map(column => [column.name, column]))
  return [
    ...(old === now ? [] : [`its options are ${showTexts(old, now)}`]),
    ...[...new Set([...before.keys(), ...after.keys()])].flatMap(name =>
      columnClauses(name, before.get(name), after.get(name)),
    ),
  ]
}

function optionsText({ options = [] }: View): string {
  return `(${options.map(({ name, value }) => `${name} = ${value}`).join(', ')})`
}

function columnClauses(name: string, from: ViewColumn | undefined, to: ViewColumn | undefined): readonly string[] {
  const values = [from, to].map(one => (one?.default === undefined ? 'none' : catalogValue(one.default))) as [
    string,
    string,
  ]
  const comments = [from, to].map(one => one?.comment ?? 'none') as [string, string]
  return [
    ...(sameValue(from?.default, to?.default) ? [] : [`the default of its column ${name} is ${showTexts(...values)}`]),
    ...(from?.comment === to?.comment ? [] : [`the comment of its column ${name} is ${showTexts(...comments)}`]),
  ]
}

const STATES: Readonly<Record<FiringState, string>> = {
  disabled: 'it is disabled',
  replica: 'it is enabled on replicas only',
  always: 'it is enabled always',
}

/** In what states triggers differ. */
export function firingClauses(from: Pick<Trigger, 'state'>, to: Pick<Trigger, 'state'>): readonly string[] {
  if (from.state === to.state) return []
  return [from.state === undefined ? 'it is enabled as any other' : STATES[from.state]]
}
