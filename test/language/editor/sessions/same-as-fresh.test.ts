import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterEach, expect, test } from 'vitest'
import { LocalPlanner } from '../../../../language/editor/plan/local-planner.ts'
import type { PlanStatus } from '../../../../language/editor/plan/plan-answer.ts'
import { PlanThread } from '../../../../language/editor/plan/plan-thread.ts'
import type { Planner } from '../../../../language/editor/plan/planner.ts'
import { PlanFolder } from '../plan-folder.ts'
import { NearServer } from './near-server.ts'
import { dice, doSomething, TEXTS } from './random-work.ts'

const SEEDS = Number(process.env.MIG_SESSION_SEEDS ?? 5)
const FIRST = Number(process.env.MIG_SESSION_FIRST ?? 1)
const ROUNDS = 8
/** How long a server may take to say what it has to, on a machine that has other things to do: milliseconds. */
const PATIENCE = 30_000

const running: { readonly server: NearServer; readonly planner: Planner }[] = []
afterEach(() => {
  for (const { server, planner } of running.splice(0)) {
    planner.close()
    server.dispose()
  }
})

/** What a server says, but for what it keeps from before while a text is broken, and for the places of what is gone. */
function said({ told, statuses }: NearServer) {
  const planned = [...statuses].filter(([, { state }]) => state === 'planned')
  const isKept = (line: string) => /^MIG2/.test(line)
  return {
    told: Object.fromEntries(
      Object.entries(told)
        .map(([file, lines]) => [file, lines.filter(line => !isKept(line))] as const)
        .filter(([, lines]) => lines.length > 0),
    ),
    statuses: Object.fromEntries([...statuses].map(([project, status]) => [project, known(status)]).sort()),
    hazards:
      planned.length < statuses.size
        ? []
        : Object.values(told)
            .flatMap(lines => lines.filter(isKept).map(line => line.replace(/ \d+:\d+-\d+:\d+/, '')))
            .sort(),
  }
}

function known({ state, heads, steps, hazards }: PlanStatus): Partial<PlanStatus> {
  return state === 'broken' ? { state, heads } : { state, heads, steps, hazards }
}

test.each(Array.from({ length: SEEDS }, (_, at) => FIRST + at))(
  'whatever was done before, the diagnostics are those of a server that starts now: seed %d',
  async seed => {
    const roll = dice(seed)
    const planner = seed % 2 === 0 ? new LocalPlanner() : new PlanThread()
    const server = new NearServer(mkdtempSync(join(tmpdir(), 'mig-random-')), planner)
    running.push({ server, planner })
    server.write('.git/HEAD', 'ref: refs/heads/main\n')
    for (const [name, text] of Object.entries(TEXTS)) server.write(name, text)
    new PlanFolder({}, join(server.folder, 'a')).compile()
    await server.initialize()
    const done: string[] = []
    for (let round = 0; round < ROUNDS; round++) {
      for (let deed = 0; deed < 1 + round * 2; deed++) {
        done.push(await doSomething(server, roll))
        if (roll(4) === 0) await new Promise(resolve => setTimeout(resolve, roll(12)))
      }
      const fresh = new NearServer(server.folder)
      await fresh.initialize()
      for (const name of server.open) await fresh.didOpen(name, server.text(name)!)
      const end = performance.now() + PATIENCE
      for (let tries = 0; tries < 2 || performance.now() < end; tries++) {
        await Promise.all([server.settle(), fresh.settle()])
        if (tries > 0 && isDeepStrictEqual(said(server), said(fresh))) break
      }
      expect(said(server), `${done.join('\n')}\nopen: ${server.open.join(' ')}`).toEqual(said(fresh))
      expect([...server.errors, ...fresh.errors]).toEqual([])
      fresh.dispose(false)
    }
  },
  PATIENCE * 4,
)
