import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Colors } from '../../cli/output/colors.ts'
import { EMPTY_SCHEMA, loadProject, readMigrations, readRevision, type StoredRevision } from '../../index.ts'
import type { Chapter } from './chapter.ts'
import type { DemoDatabase } from './demo-database.ts'
import { runMig } from './run-mig.ts'
import { showRun, showTravelled, showWritten } from './show-chapter.ts'
import { showSummary } from './show-summary.ts'
import { type Told, travel } from './travel.ts'
import { travelFar } from './travel-far.ts'
import { watchedRows } from './watched-rows.ts'
import { writeChapter } from './write-chapter.ts'

/** A story to tell: chapters, where their files are, the project that they build, and the databases that it runs on. */
export interface Story {
  readonly project: string
  readonly folder: string
  readonly chapters: readonly Chapter[]
  readonly databases: readonly DemoDatabase[]
}

type Print = (lines: readonly string[]) => void

/** Tells the whole story, printing as it goes; answers whether everything held. */
export async function tellStory(story: Story, print: Print, paint: Colors): Promise<boolean> {
  const told: Told[] = []
  for (const [index, chapter] of story.chapters.entries()) {
    const place = `${index + 1} of ${story.chapters.length}`
    const acts = await writeChapter(story.project, story.folder, chapter)
    print(showWritten(chapter, place, acts, paint))
    told.push(await tellChapter(story, chapter, told.at(-1)?.after ?? EMPTY_SCHEMA))
    print(showTravelled(chapter, told.at(-1)!, paint))
    await writeRows(story, chapter)
  }
  const far = await travelFar(story.databases, told)
  const checked = await runMig(story.project, ['check'], story.chapters.at(-1)!.created)
  print([...showSummary(told, far, paint), '', ...showRun(checked, paint)])
  const all = [...told.flatMap(({ journeys }) => [...journeys.values()]), ...far.values()]
  return checked.code === 0 && all.every(({ problems }) => problems.length === 0)
}

/** Runs the newest revision on every database. */
async function tellChapter({ project, databases }: Story, { watch }: Chapter, before: Told['before']): Promise<Told> {
  const after = loadProject(join(project, 'schema.mig')).schema
  const stage = { stored: newest(project), before, after }
  const journeys = new Map(
    await Promise.all(databases.map(async database => [database.dialect.name, await travel(database, stage)] as const)),
  )
  const seen = new Set([...journeys.values()].map(({ rows }) => JSON.stringify(watch && watchedRows(watch, rows))))
  if (seen.size > 1) throw new Error(`The databases hold different rows: ${[...seen].join(' and ')}`)
  return { ...stage, journeys }
}

/** The last revision of the project's migrations folder, as anybody would read it. */
function newest(project: string): StoredRevision {
  const { revisions, problems } = readMigrations(join(project, 'migrations'), (text, file) => {
    const { revision, diagnostics } = readRevision(text, file)
    if (revision === undefined) throw new Error(`${file}: ${diagnostics[0]?.message}`)
    return { revision, problems: [] }
  })
  const last = revisions.at(-1)
  if (last === undefined || problems.length > 0)
    throw new Error(`migrations: ${problems[0]?.message ?? 'nothing there'}`)
  return last
}

/** What the application writes before the next chapter. */
async function writeRows({ folder, databases }: Story, { name }: Chapter): Promise<void> {
  const file = join(folder, `${name}.rows.sql`)
  if (!existsSync(file)) return
  for (const { connection } of databases) await connection.exec(readFileSync(file, 'utf8'))
}
