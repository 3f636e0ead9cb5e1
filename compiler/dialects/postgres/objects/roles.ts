import { quoteIdentifier } from '../quote.ts'

/** Names that stand for a role without being one's own (the manual, GRANT and CREATE POLICY). */
const KEYWORDS: ReadonlySet<string> = new Set(['public', 'current_user', 'session_user', 'current_role'])

/** A role as statements name it. */
export function roleName(role: string): string {
  return KEYWORDS.has(role) ? role : quoteIdentifier(role)
}

/** Roles, with commas between them. */
export function roleList(roles: readonly string[]): string {
  return roles.map(roleName).join(', ')
}
