import { readSubject } from '../checks/read-subject.ts'
import type { Subject } from '../checks/subject.ts'
import type { Loaded } from '../load.ts'
import type { Parsed } from '../parse.ts'
import type { Past } from './past.ts'

/** A project as its texts are at one moment, and what its revisions made of it. All parts are worked out when they are asked for. */
export class ProjectModel {
  readonly loaded: Loaded
  private readonly readPast: () => Past | undefined
  private foundSubject: Subject | undefined
  private foundPast: { readonly past: Past | undefined } | undefined
  private readonly byPath: ReadonlyMap<string, Parsed>

  constructor(loaded: Loaded, readPast: () => Past | undefined) {
    this.loaded = loaded
    this.readPast = readPast
    this.byPath = new Map(loaded.files.map(({ parsed }) => [parsed.file, parsed]))
  }

  /** The file that the project begins with. */
  get main(): string {
    return this.loaded.files[0]!.parsed.file
  }

  /** A file of the project by its absolute path. */
  file(path: string): Parsed | undefined {
    return this.byPath.get(path)
  }

  /** The lines of the text beside what they mean. */
  get subject(): Subject {
    this.foundSubject ??= readSubject(this.loaded)
    return this.foundSubject
  }

  /** What the revisions say; nothing when there are none, or when they cannot be read. */
  get past(): Past | undefined {
    this.foundPast ??= { past: this.readPast() }
    return this.foundPast.past
  }
}
