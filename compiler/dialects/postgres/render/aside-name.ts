import { byteLength } from '../../../schema/made-name.ts'
import { type QName, withName } from '../../../schema/name.ts'

/** The name under which something waits while another of its name is made. */
export function asideName(name: QName): QName {
  let kept = name.name
  while (byteLength(`__mig_${kept}`) > 63) kept = kept.slice(0, -1)
  return withName(name, `__mig_${kept}`)
}
