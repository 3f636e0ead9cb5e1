/** A cheap look before the reading: a text that does not hold the letters, quotes doubled, cannot use the name. */
export function mentions(text: string, name: string): boolean {
  const inside = name.replaceAll('"', '""')
  return text.includes(inside) || text.toLowerCase().includes(inside.toLowerCase())
}
