/**
 * How well a name fits what was typed; undefined when the letters are not in it in their order. The whole name is best,
 * then its beginning, the beginning of one of its words, a part of it, and letters here and there. Both are in lower case;
 * `own` is where the name itself begins, behind the table that it stands in.
 */
export function matchScore(wanted: string, name: string, own: number): number | undefined {
  if (wanted === '') return 0
  const shortness = -name.length / 1000 - (own > 0 ? 0.5 : 0)
  if (wanted === name || (own > 0 && name.length - own === wanted.length && name.endsWith(wanted)))
    return 100 + shortness
  if (name.startsWith(wanted, own)) return 80 + shortness
  if (name.startsWith(wanted)) return 70 + shortness
  const at = name.indexOf(wanted, own)
  if (at >= 0) return (isWordStart(name, at) ? 60 : 40) + shortness
  if (name.includes(wanted)) return 35 + shortness
  const inOwn = scatter(wanted, name, own)
  if (inOwn !== undefined) return inOwn + shortness
  const inAll = own > 0 ? scatter(wanted, name, 0) : undefined
  return inAll === undefined ? undefined : inAll - 10 + shortness
}

/** Up to 30: the share of the letters that start a word or follow the one before them. */
function scatter(wanted: string, name: string, from: number): number | undefined {
  let good = 0
  let last = from - 2
  let at = from
  for (let letter = 0; letter < wanted.length; letter++) {
    const sign = wanted[letter]!
    const next = name.indexOf(sign, at)
    if (next < 0) return undefined
    const start = wordStartWith(sign, name, next)
    const place = next === last + 1 || start < 0 || !rest(wanted, letter + 1, name, start + 1) ? next : start
    if (place === last + 1 || isWordStart(name, place)) good++
    last = place
    at = place + 1
  }
  return (30 * good) / wanted.length
}

/** The next word that begins with a letter. */
function wordStartWith(sign: string, name: string, from: number): number {
  for (let at = name.indexOf(sign, from); at >= 0; at = name.indexOf(sign, at + 1)) if (isWordStart(name, at)) return at
  return -1
}

function rest(wanted: string, letter: number, name: string, from: number): boolean {
  let at = from
  for (let i = letter; i < wanted.length; i++) {
    at = name.indexOf(wanted[i]!, at) + 1
    if (at === 0) return false
  }
  return true
}

function isWordStart(name: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(name[at - 1]!)
}
