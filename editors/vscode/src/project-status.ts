/** How a project stands, as the server tells it with `mig/status`. */
export interface ProjectStatus {
  /** The URI of the file that the project begins with. */
  readonly project: string
  /** `gone`: it is no project any more. */
  readonly state: 'planned' | 'broken' | 'unreadable past' | 'gone'
  readonly steps: number
  readonly heads: number
  readonly hazards: number
}

/** What the status bar shows. */
export interface StatusText {
  readonly text: string
  readonly tooltip: string
  readonly tone: 'plain' | 'warning' | 'error'
}

/** The words for a project. */
export function statusText({ state, steps, heads, hazards }: ProjectStatus): StatusText {
  if (state === 'broken')
    return { text: '$(error) Mig: errors', tooltip: 'The schema has errors, so nothing is planned.', tone: 'error' }
  if (heads > 1)
    return {
      text: `$(git-merge) Mig: ${heads} heads`,
      tooltip: `The history has ${heads} heads. A merge revision joins them; until then nothing is planned.`,
      tone: 'warning',
    }
  if (state === 'unreadable past')
    return {
      text: '$(error) Mig: errors in revisions',
      tooltip: 'The revisions cannot be read, so nothing is planned.',
      tone: 'error',
    }
  if (steps === 0) return { text: '$(check) Mig', tooltip: 'The schema is what the revisions say.', tone: 'plain' }
  const pending = counted(steps, 'pending step')
  if (hazards === 0)
    return { text: `$(database) Mig: ${pending}`, tooltip: `${pending}. Click to see the SQL.`, tone: 'plain' }
  const risky = counted(hazards, 'hazard')
  return {
    text: `$(warning) Mig: ${pending}, ${risky}`,
    tooltip: `${pending} with ${risky}, each on the line that causes it. Click to see the SQL.`,
    tone: 'warning',
  }
}

/** The project that a file belongs to: the one whose folder is the nearest above it; the only one, for any other file. */
export function statusFor(statuses: readonly ProjectStatus[], file: string | undefined): ProjectStatus | undefined {
  const folderOf = (status: ProjectStatus) => status.project.slice(0, status.project.lastIndexOf('/') + 1)
  const above = statuses.filter(status => file === status.project || file?.startsWith(folderOf(status)))
  const nearest = above.sort((a, b) => folderOf(b).length - folderOf(a).length)
  return (
    nearest.find(status => status.project === file) ?? nearest[0] ?? (statuses.length === 1 ? statuses[0] : undefined)
  )
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
