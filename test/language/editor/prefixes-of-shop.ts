import { readFileSync } from 'node:fs'
import type { Place } from '../../../language/editor/place.ts'
import { ProjectModel } from '../../../language/editor/project-model.ts'
import { readProject } from '../../../language/load.ts'

/** The text of `shop.mig` as it is while it is typed, with the cursor at its end. */
export function* prefixesOfShop(step = 7): Generator<Place> {
  const whole = readFileSync(new URL('../shop.mig', import.meta.url), 'utf8')
  for (let end = 0; end <= whole.length; end += step) {
    const text = whole.slice(0, end)
    const loaded = readProject('/shop.mig', path => (path === '/shop.mig' ? text : undefined))
    const model = new ProjectModel(loaded, () => undefined)
    yield { model, parsed: loaded.files[0]!.parsed, offset: end }
  }
}
