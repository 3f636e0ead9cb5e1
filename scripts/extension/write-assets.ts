import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { GRAMMAR } from '../../editors/vscode/grammar/grammar.ts'
import { png } from '../../editors/vscode/icons/png.ts'
import { EXTENSION_ICON, FILE_ICON, svg } from '../../editors/vscode/icons/shapes.ts'
import { ROOT } from '../bundle.ts'

/** Writes what the extension's folder holds that is made from its sources: the grammar and the icons. Other tools read them too. */
export function writeAssets(folder: string): void {
  const grammar = join(folder, 'syntaxes/mig.tmLanguage.json')
  if (!existsSync(grammar) || !isSame(JSON.parse(readFileSync(grammar, 'utf8')), GRAMMAR)) {
    writeFileSync(grammar, `${JSON.stringify(GRAMMAR, null, 2)}\n`)
    const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome')
    spawnSync(process.execPath, [biome, 'format', '--write', grammar], { cwd: ROOT, stdio: 'inherit' })
  }
  writeFileSync(join(folder, 'icons/mig.svg'), svg(EXTENSION_ICON))
  writeFileSync(join(folder, 'icons/file.svg'), svg(FILE_ICON))
  writeFileSync(join(folder, 'icons/mig.png'), png(EXTENSION_ICON))
}

function isSame(written: unknown, meant: unknown): boolean {
  return JSON.stringify(written) === JSON.stringify(meant)
}
