import { createHash } from 'node:crypto'
import type { Revision } from './revision.ts'

const ID_LENGTH = 12
const SLUG_LENGTH = 40

/** Letters that no decomposition takes to plain ones. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
}

/** The SHA-256 of a text in UTF-8, in hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** The id of a new revision: the first 12 hex digits of a SHA-256 over its parents, its message and its steps as written. */
export function revisionId(parents: readonly string[], message: string, steps: string): string {
  return sha256(JSON.stringify([parents, message, steps])).slice(0, ID_LENGTH)
}

/** The message as a part of a file name: lower-case letters, digits and `_`, at most 40, without accents. */
export function slugOf(message: string): string {
  const plain = message.toLowerCase().replace(/[ßæœøđðłþı]/g, letter => PLAIN[letter]!)
  const letters = plain.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const slug = letters.replace(/[^a-z0-9]+/g, '_').replace(/^_+/, '')
  return slug.slice(0, SLUG_LENGTH).replace(/_+$/, '')
}

/** The name of a revision's folder: `20260105_0530_b5fa6c4653db_add_exercises`, the time in UTC. */
export function folderName({ id, message, created }: Pick<Revision, 'id' | 'message' | 'created'>): string {
  const [date, time] = created.split('T')
  const stamp = `${date!.replaceAll('-', '')}_${time!.slice(0, 5).replace(':', '')}`
  return [stamp, id, slugOf(message)].filter(part => part !== '').join('_')
}

/** Whether a folder's name is that of a revision; `id` narrows it to one, whose id the name must hold after the time. */
export function isFolderNameOf(name: string, id?: string): boolean {
  const rest = /^\d{8}_\d{4}_(.+)$/.exec(name)?.[1]
  if (rest === undefined || id === undefined) return rest !== undefined
  return rest === id || rest.startsWith(`${id}_`)
}
