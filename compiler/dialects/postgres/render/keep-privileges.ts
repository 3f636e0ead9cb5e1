import { nameText, type QName } from '../../../schema/name.ts'
import type { DbObject } from '../../../schema/objects/db-object.ts'
import type { GrantObject } from '../../../schema/objects/grant.ts'
import { objectKey } from '../../../schema/objects/object-key.ts'
import type { Step } from '../../../steps/step.ts'
import { grantObject } from '../objects/grant.ts'
import { ownObject } from '../objects/own-object.ts'
import { quoteQName } from '../quote.ts'
import type { Emitted } from './emitted.ts'
import type { Kept } from './keeping.ts'
import type { BackThing } from './kept-thing.ts'
import { givingBack, puttingAside } from './privileges-sql.ts'
import { emit, type Rendering } from './rendering.ts'
import { thingsOf } from './things-of.ts'
import { unsaidOf } from './unsaid.ts'

/** Has the owner and the privileges of a view, which is about to be dropped, written down. */
export function keepView(work: Rendering, name: QName): void {
  keep(work, 'pg_class', quoteQName(name), `view ${nameText(name)}`)
}

/** The same of a table, which is about to be made anew. */
export function keepTable(work: Rendering, name: QName): void {
  keep(work, 'pg_class', quoteQName(name), `table ${nameText(name)}`)
}

/** The same of an object of the family, where something can be granted on it. */
export function keepObject(work: Rendering, object: DbObject): void {
  for (const [part, { catalog, found }] of thingsOf(object).entries())
    keep(work, catalog, found, `object ${objectKey(object)}`, part)
}

function keep(work: Rendering, catalog: Kept['catalog'], found: string, key: string, part = 0): void {
  const { keeping } = work
  if (keeping.groups.some(({ things }) => things.some(thing => thing.key === key && thing.part === part))) return
  if (!keeping.isOpen) {
    emit(work, '')
    keeping.count++
    keeping.groups.push({ marker: work.out.at(-1)!, setting: `mig.kept_${keeping.count}`, things: [] })
    keeping.isOpen = true
  }
  keeping.groups.at(-1)!.things.push({ catalog, found, key, part, unsaid: unsaidOf(work, key) })
}

/** Notes a declared grant that goes with what it is on. */
export function keepGrant(work: Rendering, object: DbObject): void {
  if (object.kind === 'grant' && work.keeping.groups.length > 0) work.keeping.grants.set(objectKey(object), object)
}

/** Runs a step on the fold; what is kept gets its new name with it. */
export function keepThrough(work: Rendering, step: Step, fold: () => void): void {
  const isOpen = work.keeping.groups.length > 0
  const before = isOpen ? [...work.draft.objects.keys()] : []
  fold()
  if (!step.kind.startsWith('rename ') || !isOpen) return
  const after = [...work.draft.objects.keys()]
  const moved = new Map(before.map((key, at) => [`object ${key}`, `object ${after[at]}`]))
  if (step.kind === 'rename view') moved.set(`view ${nameText(step.from)}`, `view ${nameText(step.to)}`)
  if (step.kind === 'rename table') moved.set(`table ${nameText(step.from)}`, `table ${nameText(step.to)}`)
  if (step.kind === 'rename schema') {
    const move = (kind: string, name: QName) => {
      if (name.schema === step.to)
        moved.set(`${kind} ${nameText({ ...name, schema: step.from })}`, `${kind} ${nameText(name)}`)
    }
    for (const { name } of work.draft.views.values()) move('view', name)
    for (const { name } of work.draft.tables.values()) move('table', name)
  }
  for (const { things } of work.keeping.groups)
    for (const thing of things) thing.key = moved.get(thing.key) ?? thing.key
  work.keeping.isOpen = false
}

/** The end of a segment: what is there again gets its owner and its privileges; what the steps have taken from it is taken again. */
export function giveBack(work: Rendering): void {
  const { keeping } = work
  const settings: string[] = []
  const back = new Map<string, string>()
  for (const { marker, setting, things } of keeping.groups) {
    const there = things.flatMap(thing => backOf(work, thing) ?? [])
    if (there.length === 0) continue
    for (const { on, alter } of there) back.set(on, alter)
    const about = `keep owners and privileges of ${there.map(({ alter }) => alter).join(', ')}`
    keeping.texts.set(marker, { sql: puttingAside(setting, there), about })
    settings.push(setting)
  }
  if (settings.length > 0) {
    work.about = `give back owners and privileges of ${[...back.values()].join(', ')}`
    emit(work, givingBack(settings))
  }
  for (const [key, grant] of keeping.grants) takeAgain(work, key, grant, back)
  keeping.groups = []
  keeping.isOpen = false
  keeping.grants.clear()
}

function backOf(work: Rendering, kept: Kept): BackThing | undefined {
  const there = thingNow(work, kept)
  if (there === undefined) return undefined
  const now = unsaidOf(work, kept.key)
  return { ...there, catalog: kept.catalog, found: kept.found, unsaid: kept.unsaid.filter(one => now.includes(one)) }
}

function thingNow({ live }: Rendering, { key, part, catalog }: Kept): Pick<BackThing, 'alter' | 'on'> | undefined {
  const at = key.indexOf(' ')
  const [kind, name] = [key.slice(0, at), key.slice(at + 1)]
  if (kind === 'object') {
    const object = live.objects.get(name)
    const own = object && ownObject(object)
    const thing = own && thingsOf(own)[part]
    return thing?.catalog === catalog ? thing : undefined
  }
  const there = (kind === 'view' ? live.views : live.tables).get(name)
  if (there === undefined || there.only === 'sqlite') return undefined
  const called = quoteQName(there.name)
  return { alter: `${kind} ${called}`, on: `table ${called}` }
}

/** What was granted when it was dropped came back, and may be what the steps have revoked since. */
function takeAgain(work: Rendering, key: string, grant: GrantObject, back: ReadonlyMap<string, string>): void {
  if (!back.has(grantObject.commentOn(grant).replace(/^on /, ''))) return
  const now = work.draft.objects.get(key)
  const own = now && ownObject(now)
  if (own?.kind !== 'grant') emit(work, grantObject.drop(grant))
  else for (const sql of grantObject.change(grant, own, work) ?? []) emit(work, sql)
}

/** The statements with what they came to say; those that say nothing are left out. */
export function settleKept(work: Rendering): readonly Emitted[] {
  return work.out.flatMap(one => {
    if (one.sql !== '') return [one]
    const said = work.keeping.texts.get(one)
    return said === undefined ? [] : [{ ...one, ...said }]
  })
}
