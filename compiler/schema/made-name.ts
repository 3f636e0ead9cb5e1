const MAX_BYTES = 63

const ASCII = /^[ -~]*$/

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** The length of a name as Postgres counts it. */
export function byteLength(name: string): number {
  return ASCII.test(name) ? name.length : encoder.encode(name).length
}

/**
 * `first_second_label`, cut as Postgres cuts: the longer of the first two parts loses bytes until the whole fits
 * into 63, never half a letter (makeObjectName in src/backend/commands/indexcmds.c).
 */
export function makeObjectName(first: string, second: string | undefined, label: string): string {
  let one = byteLength(first)
  let two = second === undefined ? 0 : byteLength(second)
  const room = MAX_BYTES - byteLength(label) - (second === undefined ? 1 : 2)
  while (one + two > room) {
    if (one > two) one--
    else two--
  }
  return [clip(first, one), second === undefined ? undefined : clip(second, two), label]
    .filter(part => part !== undefined)
    .join('_')
}

function clip(text: string, bytes: number): string {
  if (ASCII.test(text)) return text.slice(0, bytes)
  const encoded = encoder.encode(text)
  if (encoded.length <= bytes) return text
  let end = bytes
  while (end > 0 && (encoded[end]! & 0xc0) === 0x80) end--
  return decoder.decode(encoded.subarray(0, end))
}

/** The label that ends a made name. */
export type NameLabel = 'pkey' | 'key' | 'fkey' | 'check' | 'excl' | 'idx' | 'seq'

/** The name Postgres would choose: of the table, the columns and a label, with a digit when `taken` has it already. */
export function madeName(
  table: string,
  columns: readonly string[],
  label: NameLabel,
  taken: (name: string) => boolean = () => false,
): string {
  const second = columns.length === 0 ? undefined : columns.join('_')
  let name = makeObjectName(table, second, label)
  for (let pass = 1; taken(name); pass++) name = makeObjectName(table, second, `${label}${pass}`)
  return name
}
