const LINE = /^[ \t]*targets[ \t]+((?:[^\n]*,[ \t]*(?:\/\/[^\n]*)?\n)*[^\n]*)/m

/** The databases that the `targets` line of a project names; both when it cannot be read. */
export function readTargets(text: string): readonly ('postgres' | 'sqlite')[] {
  const line = (LINE.exec(text)?.[1] ?? '').replace(/\/\/[^\n]*/g, '')
  const named = (['postgres', 'sqlite'] as const).filter(target => new RegExp(`\\b${target}\\b`).test(line))
  return named.length === 0 ? ['postgres', 'sqlite'] : named
}
