import { checkProject } from '../checks/check-project.ts'
import { type ReadFile, readFiles } from '../load/read-files.ts'
import { type Loaded, understand } from '../load.ts'
import { TableMemory } from '../lower/table-memory.ts'
import { type Parsed, readText } from '../parse.ts'

/** Reads a project again and again, while its texts change: a file whose text is the same is not read twice. */
export class ProjectReader {
  private parsed = new Map<string, Parsed>()
  private readonly tables = new TableMemory()

  /**
   * The project that begins with `main`. With `focus`, what is wrong is told of these files only, just as it would be told of
   * them without; all else is there as ever.
   */
  read(main: string, readFile: ReadFile, focus?: ReadonlySet<string>): Loaded {
    const parsed = new Map<string, Parsed>()
    const files = readFiles(main, readFile, (path, text) => {
      const file = this.file(path, text)
      parsed.set(path, file)
      return file
    })
    this.parsed = parsed
    return understand(files, checkProject, focus, this.tables)
  }

  /** One text, which the project need not have yet. */
  file(path: string, text: string): Parsed {
    let file = this.parsed.get(path)
    if (file?.text !== text) {
      file = readText(text, path)
      this.parsed.set(path, file)
    }
    return file
  }
}
