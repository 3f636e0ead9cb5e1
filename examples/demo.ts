import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { colors, wantsColor } from '../cli/output/colors.ts'
import { openPostgres, openSqlite } from './demo/demo-database.ts'
import { tellStory } from './demo/tell-story.ts'
import { CHAPTERS } from './workout-buddy/chapters.ts'

/**
 * `npm run demo`: takes the workout app through its story in a fresh folder, each revision written by `mig` and run up,
 * down and up again on Postgres and SQLite, with rows. Ends with 1 when anything does not hold.
 */
const example = join(import.meta.dirname, 'workout-buddy')
const project = join(mkdtempSync(join(tmpdir(), 'mig-demo-')), 'workout-buddy')
mkdirSync(project)
copyFileSync(join(example, 'timestamps.mig'), join(project, 'timestamps.mig'))

const paint = colors(wantsColor(process.stdout.isTTY, process.env, false))
const print = (lines: readonly string[]) => console.log(lines.join('\n'))
const databases = [await openPostgres(), await openSqlite(join(project, 'workout-buddy.db'))]
try {
  const story = { project, folder: join(example, 'story'), chapters: CHAPTERS, databases }
  const held = await tellStory(story, print, paint)
  print([
    '',
    held ? paint.green('Everything held.') : paint.red('Something did not hold: see above.'),
    '',
    ...farewell(project),
  ])
  process.exitCode = held ? 0 : 1
} catch (error) {
  print(['', paint.red((error as Error).message), `The files so far are in ${project}`])
  process.exitCode = 1
} finally {
  for (const database of databases) await database.close()
}

function farewell(folder: string): readonly string[] {
  return [
    `The project is in ${folder}`,
    '  schema.mig, migrations/    what you would commit; read a revision.mig and the SQL beside it',
    '  workout-buddy.db           the SQLite database as the story left it; Postgres ran inside this process',
    '',
    'Next: read examples/workout-buddy/README.md, which walks through the same story by hand. Or edit the schema and compile:',
    `  npm run mig -- compile -m 'my own change' --project ${join(folder, 'schema.mig')}`,
  ]
}
