import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buildClient } from '../../../../scripts/extension/build-client.ts'
import { Desk, type DeskOptions } from './desk.ts'
import { type FakeMig, writeFakeMig } from './fake-mig.ts'
import { type Entry, loadExtension } from './load-extension.ts'

/** An extension in a folder, with the real client and a made-up `mig` inside, and a workspace beside it. */
export class Bench {
  readonly home = mkdtempSync(join(tmpdir(), 'mig-vscode-'))
  readonly extension = join(this.home, 'extension')
  readonly workspace = join(this.home, 'work/a (1) space')
  private entry: Entry | undefined

  async build(): Promise<void> {
    await buildClient(join(this.extension, 'dist/extension.cjs'))
  }

  /** Empties the workspace and writes the files into it; the `mig` inside the extension behaves as said. */
  begin(files: Readonly<Record<string, string>> = {}, bundled: FakeMig = {}): void {
    rmSync(join(this.home, 'work'), { recursive: true, force: true })
    mkdirSync(this.workspace, { recursive: true })
    for (const [name, text] of Object.entries(files)) this.write(name, text)
    rmSync(join(this.extension, 'dist/server'), { recursive: true, force: true })
    writeFakeMig(this.bundled, bundled)
  }

  write(name: string, text: string): string {
    const path = join(this.workspace, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    return path
  }

  get bundled(): string {
    return join(this.extension, 'dist/server/mig.js')
  }

  /** Starts the extension in a window. */
  activate(options: Partial<DeskOptions> = {}): Desk {
    const desk = new Desk({ folders: [this.workspace], ...options })
    this.entry = loadExtension(join(this.extension, 'dist/extension.cjs'), desk)
    this.entry.activate(desk.context(this.extension))
    return desk
  }

  async deactivate(): Promise<void> {
    await this.entry?.deactivate()
    this.entry = undefined
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true })
  }
}

/** What a made-up `mig` was told. */
export function callsOf(
  script: string,
): readonly { readonly words?: readonly string[]; readonly method?: string; readonly [key: string]: unknown }[] {
  try {
    return readFileSync(join(dirname(script), 'calls.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
  } catch {
    return []
  }
}
