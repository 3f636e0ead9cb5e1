/** A shape of an icon on a square of 128 units: a rectangle with round corners, or a polygon. */
export type Shape =
  | {
      readonly fill: string
      readonly rect: readonly [x: number, y: number, width: number, height: number, radius: number]
    }
  | { readonly fill: string; readonly points: readonly (readonly [x: number, y: number])[] }

const INK = '#14324a'
const PAPER = '#f4f1e8'
const AMBER = '#f0a63a'
const GREEN = '#7fd1ae'

/** Rows of a table, one of which has changed, and the way up and down. */
const ROWS: readonly Shape[] = [
  { fill: PAPER, rect: [26, 32, 46, 16, 8] },
  { fill: AMBER, rect: [26, 56, 62, 16, 8] },
  { fill: PAPER, rect: [26, 80, 46, 16, 8] },
  {
    fill: GREEN,
    points: [
      [80, 48],
      [91, 30],
      [102, 48],
    ],
  },
  {
    fill: GREEN,
    points: [
      [80, 80],
      [91, 98],
      [102, 80],
    ],
  },
]

/** The icon of the extension. */
export const EXTENSION_ICON: readonly Shape[] = [{ fill: INK, rect: [4, 4, 120, 120, 26] }, ...ROWS]

/** The icon of a file: it stands on light and dark lists. */
export const FILE_ICON: readonly Shape[] = [
  { fill: '#4c8dba', rect: [14, 18, 62, 24, 12] },
  { fill: AMBER, rect: [14, 52, 84, 24, 12] },
  { fill: '#4c8dba', rect: [14, 86, 62, 24, 12] },
  {
    fill: '#4fae86',
    points: [
      [88, 42],
      [103, 18],
      [118, 42],
    ],
  },
  {
    fill: '#4fae86',
    points: [
      [88, 86],
      [103, 110],
      [118, 86],
    ],
  },
]

/** The text of an SVG file. */
export function svg(shapes: readonly Shape[]): string {
  const lines = shapes.map(shape => {
    if ('points' in shape)
      return `  <polygon points="${shape.points.map(point => point.join(',')).join(' ')}" fill="${shape.fill}"/>`
    const [x, y, width, height, radius] = shape.rect
    return `  <rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${shape.fill}"/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 128 128">\n${lines.join('\n')}\n</svg>\n`
}
