import { nameText, type QName } from '../../compiler/schema/name.ts'
import type { FiringState } from '../../compiler/schema/objects.ts'

/** `only postgres`, where there is a limit. */
export function writeOnly(only: string | undefined): readonly string[] {
  return only === undefined ? [] : [`only ${only}`]
}

/** `depends on …` and `only …`, where they are said. */
export function familyWords(object: {
  readonly only?: string
  readonly dependsOn?: readonly QName[]
}): readonly string[] {
  const depends = object.dependsOn === undefined ? [] : [`depends on ${object.dependsOn.map(nameText).join(', ')}`]
  return [...writeOnly(object.only), ...depends]
}

/** `disabled`, `enable replica`, `enable always`, where it is said. */
export function writeFiring(state: FiringState | undefined): readonly string[] {
  return state === undefined ? [] : [state === 'disabled' ? state : `enable ${state}`]
}
