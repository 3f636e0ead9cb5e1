import { sep } from 'node:path'
import type { ReadFile } from '../load/read-files.ts'
import { readFromDisk } from '../load/read-from-disk.ts'
import { readable } from './readable.ts'

interface Kept {
  readonly text: string | undefined
}

/** The texts of files by their paths: those that an editor has open, and what is on disk, which is read once until it changes. */
export class TextStore {
  private readonly open = new Map<string, string>()
  private readonly disk = new Map<string, Kept>()
  private readonly versions = new Map<string, number>()
  private readonly readDisk: ReadFile
  private steps = 0

  constructor(readDisk: ReadFile = readFromDisk) {
    this.readDisk = readDisk
  }

  /** How many changes there were, of all texts together. */
  get changes(): number {
    return this.steps
  }

  /** The text as it is meant now: the open one, else that on disk; undefined when there is none. */
  readonly read: ReadFile = path => this.open.get(path) ?? this.onDisk(path)

  /** The text on disk, whatever is open; undefined when there is none. */
  onDisk(path: string): string | undefined {
    let kept = this.disk.get(path)
    if (kept === undefined) {
      kept = { text: readable(path, this.readDisk) }
      this.disk.set(path, kept)
    }
    return kept.text
  }

  /** The paths of the files that are open. */
  get openPaths(): readonly string[] {
    return [...this.open.keys()]
  }

  /** The paths below a folder that somebody asked for, whether or not there is anything. */
  knownBelow(folder: string): readonly string[] {
    const start = folder.endsWith(sep) ? folder : folder + sep
    return [...new Set([...this.disk.keys(), ...this.open.keys()])].filter(path => path.startsWith(start))
  }

  /** Which text it is: another number, and a greater one, after each change that came to be known. */
  version(path: string): number {
    return this.versions.get(path) ?? 0
  }

  /** The text of a file that is open; undefined for any other. */
  readonly openText = (path: string): string | undefined => this.open.get(path)

  isOpen(path: string): boolean {
    return this.open.has(path)
  }

  /** An editor has opened the file, or its text was edited. */
  set(path: string, text: string): void {
    if (this.open.get(path) === text) return
    this.open.set(path, text)
    this.step(path)
  }

  /** The editor has closed the file: what is on disk counts again, which may be another text than the last. */
  close(path: string): void {
    if (this.open.delete(path)) this.changed(path)
  }

  /** The file was made, written or removed on disk. */
  changed(path: string): void {
    this.disk.delete(path)
    this.step(path)
  }

  private step(path: string): void {
    this.steps++
    this.versions.set(path, this.steps)
  }
}
