import { crc32, deflateSync } from 'node:zlib'
import type { Shape } from './shapes.ts'

const SIZE = 128
/** Each pixel is looked at in this many places, both ways. */
const SAMPLES = 4

/** The bytes of a PNG file of 128 by 128 pixels. */
export function png(shapes: readonly Shape[]): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(SIZE, 0)
  header.writeUInt32BE(SIZE, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const data = deflateSync(pixels(shapes), { level: 9 })
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

/** The rows of the picture as PNG has them before they are packed: a filter byte, then red, green, blue and alpha. */
export function pixels(shapes: readonly Shape[]): Buffer {
  const rows = Buffer.alloc(SIZE * (1 + SIZE * 4))
  for (let y = 0; y < SIZE; y++)
    for (let x = 0; x < SIZE; x++) rows.set(pixel(shapes, x, y), y * (1 + SIZE * 4) + 1 + x * 4)
  return rows
}

function pixel(shapes: readonly Shape[], x: number, y: number): readonly number[] {
  const sum = [0, 0, 0]
  let covered = 0
  for (let i = 0; i < SAMPLES * SAMPLES; i++) {
    const px = x + ((i % SAMPLES) + 0.5) / SAMPLES
    const py = y + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES
    const top = shapes.findLast(shape => covers(shape, px, py))
    if (top === undefined) continue
    covered++
    for (const part of [0, 1, 2]) sum[part]! += Number.parseInt(top.fill.slice(1 + part * 2, 3 + part * 2), 16)
  }
  if (covered === 0) return [0, 0, 0, 0]
  return [...sum.map(value => Math.round(value / covered)), Math.round((255 * covered) / (SAMPLES * SAMPLES))]
}

function covers(shape: Shape, x: number, y: number): boolean {
  if ('points' in shape) {
    const sides = shape.points.map(([ax, ay], i) => {
      const [bx, by] = shape.points[(i + 1) % shape.points.length]!
      return (bx - ax) * (y - ay) - (by - ay) * (x - ax)
    })
    return sides.every(side => side >= 0) || sides.every(side => side <= 0)
  }
  const [left, top, width, height, radius] = shape.rect
  const dx = Math.max(left + radius - x, x - (left + width - radius), 0)
  const dy = Math.max(top + radius - y, y - (top + height - radius), 0)
  return dx * dx + dy * dy <= radius * radius
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(body, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
