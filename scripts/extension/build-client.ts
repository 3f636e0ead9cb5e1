import { join } from 'node:path'
import { build } from 'esbuild'
import { ROOT } from '../bundle.ts'

/** Bundles the part of the extension that runs inside of VS Code into one file, which gets `vscode` from its host. */
export async function buildClient(outfile: string): Promise<void> {
  await build({
    absWorkingDir: ROOT,
    entryPoints: [join(ROOT, 'editors/vscode/src/extension.ts')],
    outfile,
    bundle: true,
    minify: true,
    legalComments: 'none',
    format: 'cjs',
    platform: 'node',
    target: 'node22.13',
    external: ['vscode'],
    logLevel: 'warning',
  })
}
