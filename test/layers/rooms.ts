/** A room of the house: the rooms it may import beside itself, and the packages. */
export interface Room {
  readonly imports: readonly string[]
  readonly packages: readonly RegExp[]
}

const CORE = ['compiler/failure.ts', 'compiler/schema']
const STEPS = [...CORE, 'compiler/sql', 'compiler/steps']
const COMPILER = [
  ...STEPS,
  'compiler/diff',
  'compiler/dialects',
  'compiler/hazards',
  'compiler/revisions',
  'compiler/revisions/folder.ts',
  'compiler/compile.ts',
]
const LANGUAGE = ['language', 'language/planning', 'language/editor']

/** The arrows of docs/decisions/rooms.md. A room is a folder or a file; the longest that fits a path is its room. */
export const ROOMS: Readonly<Record<string, Room>> = {
  'compiler/failure.ts': { imports: [], packages: [] },
  'compiler/schema': { imports: [], packages: [] },
  'compiler/sql': { imports: CORE, packages: [/^chevrotain$/] },
  'compiler/steps': { imports: [...CORE, 'compiler/sql'], packages: [] },
  'compiler/diff': { imports: STEPS, packages: [] },
  'compiler/dialects': { imports: STEPS, packages: [] },
  'compiler/hazards': { imports: STEPS, packages: [] },
  'compiler/revisions': { imports: STEPS, packages: [/^node:crypto$/] },
  'compiler/revisions/folder.ts': { imports: [...STEPS, 'compiler/revisions'], packages: [/^node:(fs|path|crypto)/] },
  'compiler/compile.ts': { imports: COMPILER, packages: [] },
  language: { imports: COMPILER, packages: [/^langium$/, /^chevrotain$/, /^node:(fs|path|url)/] },
  'language/planning': { imports: [...COMPILER, 'language'], packages: [/^node:(fs|path)$/] },
  'language/editor': {
    imports: [...COMPILER, 'language', 'language/planning'],
    packages: [/^langium$/, /^chevrotain$/, /^vscode-/, /^node:(fs|path|url|worker_threads)/],
  },
  database: {
    imports: COMPILER,
    packages: [
      /^pg$/,
      /^@electric-sql\/pglite$/,
      /^node:(sqlite|process|path|crypto|fs|module|os|perf_hooks|timers\/promises|zlib)$/,
    ],
  },
  cli: { imports: [...COMPILER, ...LANGUAGE, 'database'], packages: [/^commander$/, /^node:/] },
  'run.ts': { imports: [...COMPILER, 'language', 'language/planning', 'database'], packages: [/^node:process$/] },
  'editors/vscode/src': { imports: [], packages: [/^vscode$/, /^vscode-languageclient$/, /^node:/] },
  'editors/vscode/grammar': { imports: ['compiler/schema'], packages: [] },
  'editors/vscode/icons': { imports: [], packages: [/^node:zlib$/] },
  'index.ts': { imports: [...COMPILER, 'language', 'database', 'run.ts'], packages: [/^node:path$/] },
}

/** The room that a path belongs to. */
export function roomOf(path: string): string | undefined {
  return Object.keys(ROOMS)
    .filter(room => path === room || path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0]
}
