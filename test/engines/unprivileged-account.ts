import { execFileSync } from 'node:child_process'

/** The numbers of a user and a group of this machine. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

/** Whom to run a Postgres server as: nobody when the tests run as root, which Postgres refuses; else oneself. */
export function unprivilegedAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const number = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: number('-u'), gid: number('-g') }
}
