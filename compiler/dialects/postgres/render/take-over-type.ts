import type { QName } from '../../../schema/name.ts'
import { doBlock, quoteQName, quoteString } from '../quote.ts'

/**
 * Gives a type the owner and the privileges, and where the schema says none the comment, of the one that it takes the place
 * of. What the role that makes it gives away by itself (ALTER DEFAULT PRIVILEGES) is taken back first.
 */
export function takeOverType(name: QName, old: QName, withComment: boolean): string {
  const type = quoteQName(name)
  const [from, to] = [`${quoteString(quoteQName(old))}::regtype`, `${quoteString(type)}::regtype`]
  const [revoke, alter, grant, comment] = [
    `revoke all on type ${type} from `,
    `alter type ${type} owner to `,
    `grant usage on type ${type} to `,
    `comment on type ${type} is `,
  ].map(quoteString)
  const said = `,\n    (select ${comment} || quote_literal(obj_description(${from}, 'pg_type')))`
  return doBlock(`begin
  execute (with granted as (
    select oid, case grantee when 0 then 'public' else grantee::regrole::text end as role,
      case when is_grantable then ' with grant option' else '' end as option
    from pg_type, aclexplode(coalesce(typacl, acldefault('T', typowner)))
  ) select concat_ws('; ',
    (select string_agg(${revoke} || role, '; ') from granted where oid = ${to}),
    (select ${alter} || typowner::regrole from pg_type where oid = ${from}),
    (select string_agg(${grant} || role || option, '; ') from granted where oid = ${from})${withComment ? said : ''}));
end`)
}
