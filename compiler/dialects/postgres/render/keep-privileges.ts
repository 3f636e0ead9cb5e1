import { nameText, type QName, sameName } from '../../../schema/name.ts'
import type { DbObject } from '../../../schema/objects/db-object.ts'
import type { GrantObject } from '../../../schema/objects/grant.ts'
import { idOf, objectKey } from '../../../schema/objects/object-key.ts'
import { isTypeObject } from '../../../schema/objects/type-object.ts'
import { objectDefinition } from '../../../steps/objects/definitions.ts'
import type { Step } from '../../../steps/step.ts'
import { postgresObject } from '../objects/definitions.ts'
import { grantObject } from '../objects/grant.ts'
import { ownObject } from '../objects/own-object.ts'
import { quoteQName } from '../quote.ts'
import type { Emitted } from './emitted.ts'
import type { Kept } from './keeping.ts'
import { type BackThing, givingBack, puttingAside } from './privileges-sql.ts'
import { emit, type Rendering } from './rendering.ts'

/** Has the owner and the privileges of a view, which is about to be dropped, written down. */
export function keepView(work: Rendering, name: QName): void {
  keep(work, { catalog: 'pg_class', found: quoteQName(name), key: `view ${nameText(name)}` })
}

/** The same of a table, which is about to be made anew. */
export function keepTable(work: Rendering, name: QName): void {
  keep(work, { catalog: 'pg_class', found: quoteQName(name), key: `table ${nameText(name)}` })
}

/** The same of an object of the family, where something can be granted on it. */
export function keepObject(work: Rendering, object: DbObject): void {
  const thing = thingOf(object)
  if (thing !== undefined) keep(work, { ...thing, key: `object ${objectKey(object)}` })
}

/** The same of an enum that another takes the place of, where the schema says who may use it. */
export function keepEnum(work: Rendering, name: QName): void {
  const isSaid = [...work.live.objects.values()].some(
    object => object.kind === 'grant' && object.on === 'type' && sameName(object.name, name),
  )
  if (isSaid) keep(work, { catalog: 'pg_type', found: quoteQName(name), key: `enum ${nameText(name)}` })
}

function thingOf(object: DbObject): BackThing | undefined {
  const called = postgresObject(object).commentOn(object as never)
  if (idOf(object).arguments !== undefined) {
    const signature = called.slice(called.indexOf(' ') + 1).replace('(*)', '()')
    const on = object.kind === 'procedure' ? called : `function ${signature}`
    return { catalog: 'pg_proc', found: signature, alter: called, on }
  }
  const found = quoteQName(object.name)
  const [provided] = objectDefinition(object).provides(object as never)
  if (object.kind === 'sequence' || provided === undefined) return undefined
  if (isTypeObject(object)) return { catalog: 'pg_type', found, alter: called, on: `type ${found}` }
  return provided.space === 'relation' ? { catalog: 'pg_class', found, alter: called, on: `table ${found}` } : undefined
}

function keep(work: Rendering, thing: Kept): void {
  const { keeping } = work
  if (keeping.groups.some(({ things }) => things.some(({ key }) => key === thing.key))) return
  if (!keeping.isOpen) {
    emit(work, '')
    keeping.count++
    keeping.groups.push({ marker: work.out.at(-1)!, setting: `mig.kept_${keeping.count}`, things: [] })
    keeping.isOpen = true
  }
  keeping.groups.at(-1)!.things.push(thing)
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
  const back = new Set<string>()
  for (const { marker, setting, things } of keeping.groups) {
    const there = things.flatMap(thing => backOf(work, thing) ?? [])
    if (there.length === 0) continue
    for (const { on } of there) back.add(on)
    keeping.texts.set(marker, puttingAside(setting, there))
    settings.push(setting)
  }
  if (settings.length > 0) emit(work, givingBack(settings))
  for (const [key, grant] of keeping.grants) takeAgain(work, key, grant, back)
  keeping.groups = []
  keeping.isOpen = false
  keeping.grants.clear()
}

function backOf(work: Rendering, { key, catalog, found }: Kept): BackThing | undefined {
  const at = key.indexOf(' ')
  const [kind, name] = [key.slice(0, at), key.slice(at + 1)]
  if (kind === 'view') {
    const view = work.live.views.get(name)
    if (view === undefined || view.only === 'sqlite') return undefined
    const called = quoteQName(view.name)
    return { catalog, found, alter: `view ${called}`, on: `table ${called}` }
  }
  if (kind === 'table') {
    const table = work.live.tables.get(name)
    if (table === undefined || table.only === 'sqlite') return undefined
    const called = `table ${quoteQName(table.name)}`
    return { catalog, found, alter: called, on: called }
  }
  if (kind === 'enum') {
    const called = work.live.enums.get(name)
    const on = called && `type ${quoteQName(called.name)}`
    return on === undefined ? undefined : { catalog, found, alter: on, on }
  }
  const live = work.live.objects.get(name)
  const own = live && ownObject(live)
  const thing = own && thingOf(own)
  return thing && { ...thing, catalog, found }
}

/** What was granted when it was dropped came back, and may be what the steps have revoked since. */
function takeAgain(work: Rendering, key: string, grant: GrantObject, back: ReadonlySet<string>): void {
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
    const sql = work.keeping.texts.get(one)
    return sql === undefined ? [] : [{ ...one, sql }]
  })
}
