import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { NearServer } from './near-server.ts'

/** Texts that belong together, by the names of their files: projects side by side and inside one another, which share a file. */
export const TEXTS: Readonly<Record<string, string>> = {
  'a/schema.mig': `project a {\n  targets postgres 14, sqlite 3.38\n}\n\nimport './users.mig'\nimport { order_state } from '../shared/enums.mig'\n\ntable orders {\n  id int primary\n  user_id int -> users index\n  state order_state default open\n}\n`,
  'a/users.mig': "import './more/notes.mig'\n\ntable users {\n  id int primary\n  mail text unique\n}\n",
  'a/more/notes.mig': 'table notes {\n  id int primary\n  body text\n}\n',
  'a/nested/schema.mig': 'project nested {\n  targets sqlite 3.38\n}\n\ntable inner_table {\n  id int primary\n}\n',
  'b/main.mig':
    "project b {\n  targets sqlite 3.38\n}\n\nimport '../shared/enums.mig'\n\ntable things {\n  id int primary\n  state order_state\n}\n",
  'shared/enums.mig': 'enum order_state {\n  open\n  closed\n}\n\ntable shared_things {\n  id int primary\n}\n',
}

/** What somebody may put into a text, whether or not it fits there. */
const PIECES: readonly string[] = [
  'table extra {\n  id int primary\n}\n',
  '  more text\n',
  "import './new.mig'\n",
  "import '../shared/enums.mig'\n",
  'project c {\n  targets postgres 14\n}\n',
  "  migrations './other'\n",
  'enum order_state {\n  open\n}\n',
  '  user_id int -> users\n',
  '`',
  "'",
  '{',
  '}\n',
  '\n',
  '\r\n',
  '💶',
  '// a note\n',
]

const NEW_FILES: readonly string[] = ['a/new.mig', 'a/more/lost.mig', 'shared/new.mig', 'b/new.mig', 'new/schema.mig']
const FOLDERS: readonly string[] = ['a/more', 'a/nested', 'shared', 'b', 'a/migrations', 'new']

/** Numbers that look thrown, and are the same again for the same seed. */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0
  return below => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** Does one thing that somebody may do to the texts in a folder, in the editor or beside it, and says what it was. */
export async function doSomething(server: NearServer, roll: (below: number) => number): Promise<string> {
  const pick = <T>(list: readonly T[]): T => list[roll(list.length)]!
  const onDisk = filesBelow(server.folder)
  const kind = roll(20)
  if (kind < 10 && server.open.length > 0) {
    const name = pick(server.open)
    const text = server.text(name)!
    const edit = editOf(text, TEXTS[name] ?? '', roll, pick)
    await server.didChange(name, edit)
    return `edit ${name} ${JSON.stringify(edit)}`
  }
  if (kind < 13) {
    const name = pick([...Object.keys(TEXTS), ...NEW_FILES, ...onDisk.filter(name => name.endsWith('revision.mig'))])
    if (server.text(name) !== undefined) return 'nothing'
    const path = join(server.folder, name)
    await server.didOpen(name, existsSync(path) ? readFileSync(path, 'utf8') : (TEXTS[name] ?? PIECES[0]!))
    return `open ${name}`
  }
  if (kind < 14 && server.open.length > 0) {
    const name = pick(server.open)
    const type = existsSync(join(server.folder, name)) ? 2 : 1
    await server.didSave(name)
    await server.watched({ name, type })
    return `save ${name}`
  }
  if (kind < 16 && server.open.length > 0) {
    const name = pick(server.open)
    await server.didClose(name)
    return `close ${name}`
  }
  if (kind < 18) {
    const name = pick([...Object.keys(TEXTS), ...NEW_FILES])
    const type = existsSync(join(server.folder, name)) ? 2 : 1
    const text = roll(3) === 0 ? pick(PIECES) + (TEXTS[name] ?? '') : (TEXTS[name] ?? pick(PIECES))
    server.write(name, text)
    await server.watched({ name, type })
    return `write ${name} ${JSON.stringify(text)}`
  }
  if (kind < 19 && onDisk.length > 0) {
    const name = pick(onDisk)
    rmSync(join(server.folder, name))
    await server.watched({ name, type: 3 })
    return `delete ${name}`
  }
  if (roll(4) === 0) {
    const name = pick(FOLDERS)
    const to = `${name}-moved`
    if (!existsSync(join(server.folder, name)) || existsSync(join(server.folder, to))) return 'nothing'
    renameSync(join(server.folder, name), join(server.folder, to))
    await server.watched({ name, type: 3 }, { name: to, type: 1 })
    return `move folder ${name}`
  }
  const name = pick(FOLDERS)
  if (roll(3) > 0 || !existsSync(join(server.folder, name))) return 'nothing'
  rmSync(join(server.folder, name), { recursive: true })
  await server.watched({ name, type: 3 })
  return `delete folder ${name}`
}

/** All files below a folder, by their names from there. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter(name => !name.startsWith('.'))
    .sort()
}

function editOf(
  text: string,
  whole: string,
  roll: (below: number) => number,
  pick: <T>(list: readonly T[]) => T,
): { start: number; end: number; text: string } {
  const place = () => (roll(2) === 0 ? roll(text.length + 1) : text.lastIndexOf('\n', roll(text.length + 1)) + 1)
  const kind = roll(6)
  if (kind < 2) return { start: 0, end: text.length, text: whole }
  const [start, end] = [place(), place()].sort((a, b) => a - b) as [number, number]
  if (kind < 4) return { start, end: start, text: pick(PIECES) }
  return { start, end: kind < 5 ? end : Math.min(start + 3, text.length), text: '' }
}
