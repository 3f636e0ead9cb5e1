import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { type Zippable, zipSync } from 'fflate'
import { ROOT } from './bundle.ts'
import { buildExtension } from './extension/build.ts'
import { contentTypes, type ExtensionManifest, vsixManifest } from './extension/manifest.ts'
import { writeAssets } from './extension/write-assets.ts'

/** Makes mig-VERSION.vsix, which `code --install-extension` takes, in editors/vscode/dist or the folder that is named. */
const source = join(ROOT, 'editors/vscode')
const dist = resolve(process.argv[2] ?? join(source, 'dist'))

/** The files beside the programs, by their paths in the package. */
const FILES: Readonly<Record<string, string>> = {
  'package.json': join(source, 'package.json'),
  'readme.md': join(source, 'README.md'),
  'changelog.md': join(source, 'CHANGELOG.md'),
  'LICENSE.txt': join(ROOT, 'LICENSE'),
  'language-configuration.json': join(source, 'language-configuration.json'),
  'syntaxes/mig.tmLanguage.json': join(source, 'syntaxes/mig.tmLanguage.json'),
  'snippets/mig.json': join(source, 'snippets/mig.json'),
  'icons/mig.png': join(source, 'icons/mig.png'),
  'icons/file.svg': join(source, 'icons/file.svg'),
}

if (process.argv[2] === undefined) writeAssets(source)
await buildExtension(dist)
const manifest = JSON.parse(readFileSync(FILES['package.json']!, 'utf8')) as ExtensionManifest
const name = `mig-${manifest.version}.vsix`
const bytes = zipSync(entries(), { level: 9, os: 3, mtime: new Date(2026, 0, 1) })
mkdirSync(dist, { recursive: true })
writeFileSync(join(dist, name), bytes)
console.log(`${relative(process.cwd(), join(dist, name))}: ${Math.round(bytes.length / 1024)} KiB`)

function entries(): Zippable {
  const programs = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.name.endsWith('.vsix'))
    .map(entry => join(entry.parentPath, entry.name))
    .map(path => [`dist/${relative(dist, path).split(sep).join('/')}`, path] as const)
  const files = [...Object.entries(FILES), ...programs].sort(([a], [b]) => (a < b ? -1 : 1))
  const paths = [...files.map(([path]) => path), 'extension.vsixmanifest']
  return {
    'extension.vsixmanifest': Buffer.from(vsixManifest(manifest)),
    '[Content_Types].xml': Buffer.from(contentTypes(paths)),
    ...Object.fromEntries(files.map(([path, file]) => [`extension/${path}`, readFileSync(file)])),
  }
}
