import { byteLength } from '../../compiler/schema/made-name.ts'

/** The name cut to 63 bytes, never half a letter. */
export function clipName(name: string): string {
  let result = ''
  let bytes = 0
  for (const letter of name) {
    bytes += byteLength(letter)
    if (bytes > 63) break
    result += letter
  }
  return result
}
