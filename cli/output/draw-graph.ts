/** A node of the graph to draw: its text may have several lines. */
export interface DrawnNode {
  readonly id: string
  readonly parents: readonly string[]
  readonly text: string
}

/** Draws nodes, each above its parents, with a lane for each line of descent. */
export function drawGraph(nodes: readonly DrawnNode[]): string {
  const there = new Set(nodes.map(node => node.id))
  const rows: string[] = []
  let lanes: (string | undefined)[] = []
  for (const { id, parents, text } of nodes) {
    if (!lanes.includes(id)) lanes = place(lanes, [id])
    const at = lanes.indexOf(id)
    const joining = lanes.flatMap((lane, index) => (lane === id && index !== at ? [index] : []))
    if (joining.length > 0) rows.push(knot(lanes, at, joining, '┘'))
    lanes = lanes.map((lane, index) => (joining.includes(index) ? undefined : lane))
    const [first, ...rest] = text.split('\n')
    rows.push(
      `${lanes
        .map((lane, index) => (index === at ? '●' : lane === undefined ? ' ' : '│'))
        .join(' ')
        .trimEnd()} ${first}`,
    )
    const [next, ...others] = parents.filter(parent => there.has(parent))
    lanes = trimmed(lanes.with(at, next))
    for (const line of rest)
      rows.push(`${lanes.map(lane => (lane === undefined ? ' ' : '│')).join(' ') || ' '} ${line}`)
    const fresh = others.filter(parent => !lanes.includes(parent))
    const known = others.filter(parent => lanes.includes(parent))
    lanes = place(lanes, fresh)
    const ends = [...fresh, ...known].map(parent => lanes.indexOf(parent))
    if (ends.length > 0) rows.push(knot(lanes, at, ends, '┐'))
  }
  return rows.join('\n')
}

/** The lanes with new ones in the gaps, or to the right. */
function place(lanes: readonly (string | undefined)[], ids: readonly string[]): (string | undefined)[] {
  const result = [...lanes]
  for (const id of ids) {
    const gap = result.indexOf(undefined)
    if (gap < 0) result.push(id)
    else result[gap] = id
  }
  return result
}

function trimmed(lanes: readonly (string | undefined)[]): (string | undefined)[] {
  return lanes.slice(0, lanes.findLastIndex(lane => lane !== undefined) + 1)
}

/** A row that ties the lane `at` to others: `├─┐` where they part, `├─┘` where they meet. */
function knot(lanes: readonly (string | undefined)[], at: number, ends: readonly number[], corner: string): string {
  const low = Math.min(at, ...ends)
  const high = Math.max(at, ...ends)
  const signs = lanes.map((lane, index) => {
    if (index === at) return at === low ? '├' : at === high ? '┤' : '┼'
    if (ends.includes(index)) return index === high ? corner : index === low ? mirrored(corner) : tee(corner)
    if (index > low && index < high) return lane === undefined ? '─' : '┼'
    return lane === undefined ? ' ' : '│'
  })
  return signs
    .map((sign, index) => (index === 0 ? sign : `${index > low && index <= high ? '─' : ' '}${sign}`))
    .join('')
}

function mirrored(corner: string): string {
  return corner === '┐' ? '┌' : '└'
}

function tee(corner: string): string {
  return corner === '┐' ? '┬' : '┴'
}
