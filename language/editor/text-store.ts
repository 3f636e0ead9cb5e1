import type { ReadFile } from '../load/read-files.ts'
import { readFromDisk } from '../load/read-from-disk.ts'

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
  readonly read: ReadFile = path => {
    const open = this.open.get(path)
    if (open !== undefined) return open
    let kept = this.disk.get(path)
    if (kept === undefined) {
      kept = { text: this.fromDisk(path) }
      this.disk.set(path, kept)
    }
    return kept.text
  }

  /** Which text it is: another number after each change that came to be known. */
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

  /** A file that must not be read is none. */
  private fromDisk(path: string): string | undefined {
    try {
      return this.readDisk(path)
    } catch {
      return undefined
    }
  }

  private step(path: string): void {
    this.steps++
    this.versions.set(path, this.version(path) + 1)
  }
}
