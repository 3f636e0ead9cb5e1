import { checkProject } from '../checks/check-project.ts'
import { type ReadFile, readFiles } from '../load/read-files.ts'
import { type Loaded, understand } from '../load.ts'
import { TableMemory } from '../lower/table-memory.ts'
import { type Parsed, readText } from '../parse.ts'
import { TextMemory } from '../straight/text-memory.ts'

/** A file as it was last read, and what its next reading is spared. */
interface KnownFile {
  readonly parsed: Parsed
  readonly memory: TextMemory
}

/**
 * Reads a project again and again, while its texts change: a file whose text is the same is not read twice, nor is a declaration.
 * What was read before is of no use after it.
 */
export class ProjectReader {
  private files: ReadonlyMap<string, KnownFile> = new Map()
  private tried: KnownFile | undefined
  private readonly tables = new TableMemory()

  /**
   * The project that begins with `main`. With `focus`, what is wrong is told of these files only, just as it would be told of
   * them without; all else is there as ever.
   */
  read(main: string, readFile: ReadFile, focus?: ReadonlySet<string>): Loaded {
    const before = this.files
    const now = new Map<string, KnownFile>()
    const files = readFiles(main, readFile, (path, text) => {
      const file = readKnown(before.get(path), path, text)
      now.set(path, file)
      return file.parsed
    })
    this.files = now
    return understand(files, checkProject, focus, this.tables)
  }

  /**
   * One text, which the project need not have yet: a request comes before the project is read again. It is never taken into the
   * project, whose own trees stay as they are; what was read so before is of no use after it, as above.
   */
  file(path: string, text: string): Parsed {
    const known = this.files.get(path)?.parsed
    if (known?.text === text) return known
    this.tried = readKnown(this.tried?.parsed.file === path ? this.tried : undefined, path, text)
    return this.tried.parsed
  }
}

function readKnown(known: KnownFile | undefined, path: string, text: string): KnownFile {
  if (known?.parsed.text === text) return known
  const memory = known?.memory ?? new TextMemory()
  return { parsed: readText(text, path, memory), memory }
}
