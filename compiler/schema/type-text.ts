import { nameText } from './name.ts'
import type { Type } from './type.ts'

/** The type as `.mig` text writes it: `varchar(20)`, `order_status`, `text[]`. */
export function typeText(type: Type): string {
  switch (type.kind) {
    case 'builtin':
      return type.args === undefined || type.args.length === 0 ? type.name : `${type.name}(${type.args.join(', ')})`
    case 'enum':
      return nameText(type.name)
    case 'array':
      return `${typeText(type.of)}[]`
    case 'raw':
      return `\`${type.sql.replaceAll('`', '``')}\``
  }
}
