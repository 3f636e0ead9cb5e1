import type { Loaded } from '../../load.ts'

/** Where a declaration stood among the others when it was last seen. */
export interface Stood {
  readonly file: string
  /** The declaration before it in that file. */
  readonly after: string | undefined
}

/** Remembers where declarations stood, so that one that is gone can be spoken of near its old place. */
export class DeclarationOrder {
  private readonly stood = new Map<string, Stood>()

  /** Looks at the declarations that are there now; what it knows of others stays. */
  note({ sources, schema }: Pick<Loaded, 'sources' | 'schema'>): void {
    const last = new Map<string, string>()
    const kinds = Object.values(schema) as readonly ReadonlyMap<string, unknown>[]
    for (const [key, source] of sources.objects) {
      if (!kinds.some(objects => objects.has(key))) continue
      const { file } = source
      this.stood.set(key, { file, after: last.get(file) })
      last.set(file, key)
    }
  }

  /** Where a declaration stood; nothing for one that was never seen. */
  of(key: string): Stood | undefined {
    return this.stood.get(key)
  }
}
