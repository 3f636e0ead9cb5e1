import { checkProject } from '../checks/check-project.ts'
import { type ReadFile, readFiles } from '../load/read-files.ts'
import { type Loaded, understand } from '../load.ts'
import { TableMemory } from '../lower/table-memory.ts'
import { type Parsed, readText } from '../parse.ts'
import { TextMemory } from '../straight/text-memory.ts'

/**
 * Reads a project again and again, while its texts change: a file whose text is the same is not read twice, nor is a declaration.
 * What was read before is of no use after it.
 */
export class ProjectReader {
  private parsed = new Map<string, Parsed>()
  private readonly tables = new TableMemory()
  private memories = new Map<string, TextMemory>()

  /**
   * The project that begins with `main`. With `focus`, what is wrong is told of these files only, just as it would be told of
   * them without; all else is there as ever.
   */
  read(main: string, readFile: ReadFile, focus?: ReadonlySet<string>): Loaded {
    const parsed = new Map<string, Parsed>()
    const memories = new Map<string, TextMemory>()
    const files = readFiles(main, readFile, (path, text) => {
      const memory = this.memories.get(path) ?? new TextMemory()
      memories.set(path, memory)
      const file = this.file(path, text, memory)
      parsed.set(path, file)
      return file
    })
    this.parsed = parsed
    this.memories = memories
    return understand(files, checkProject, focus, this.tables)
  }

  /** One text, which the project need not have yet. */
  file(path: string, text: string, memory?: TextMemory): Parsed {
    let file = this.parsed.get(path)
    if (file?.text !== text) {
      file = readText(text, path, memory)
      this.parsed.set(path, file)
    }
    return file
  }
}
