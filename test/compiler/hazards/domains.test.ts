import { expect, it } from 'vitest'
import { loadDeclarations } from '../../language/load-text.ts'
import { hazards, one, told } from './plan.ts'

const plain = 'table sales {\n  price decimal(10, 2)\n  note text?\n}\n'
const checked = 'domain amount = decimal(10, 2) check `value >= 0`\n'

function change(before: string, after: string) {
  const { schema, hints } = loadDeclarations(after)
  return hazards(loadDeclarations(before).schema, schema, hints)
}

it('rows that come under the checks of a domain are told of, with a query that counts what does not pass', () => {
  const found = change(plain, `${checked}${plain.replace('decimal(10, 2)', 'amount')}`)
  expect(one(found, 'MIG221')).toMatchObject({
    object: 'sales.price',
    message:
      'The rows of sales come under the checks of amount: a value of price that does not pass makes the migration fail. `select count(*) from (select price as value from sales) as held where not (value >= 0)` counts them.',
  })
})

it('a value loses nothing between a domain and what the domain is made of', () => {
  const domains = `${checked}domain remark = text\n`
  const within = plain.replace('decimal(10, 2)', 'amount').replace('text?', 'remark?')
  const lossy = (found: readonly string[]) => found.filter(text => /MIG213|MIG233/.test(text))
  expect(lossy(told(change(plain, domains + within)))).toEqual([])
  expect(lossy(told(change(domains + within, plain)))).toEqual([])
})

it('a domain without checks says nothing about rows', () => {
  const found = change(plain, `domain remark = text\n${plain.replace('text?', 'remark?')}`)
  expect(told(found).filter(text => text.startsWith('MIG221'))).toEqual([])
})

it('rows that a foreign key has kept in order are not told to be looked at for another one', () => {
  const tree = (line: string) => `table tree {\n  id int primary\n  ${line}\n}\n`
  const before = tree('parent_id int? -> tree on delete cascade')
  const renamed = change(before, tree('above int? -> tree on delete restrict was parent_id'))
  expect(told(renamed).filter(text => text.startsWith('MIG222'))).toEqual([])
  const text = change(tree('parent_id int?'), tree('above int? -> tree was parent_id'))
  expect(one(text, 'MIG222').message).toContain('o.parent_id is not null')
})

it('a foreign key that was never held to is', () => {
  const tree = (line: string) => `table tree {\n  id int primary\n  ${line}\n}\n`
  const found = change(
    tree('parent_id int? -> tree not valid'),
    tree('above int? -> tree on delete cascade was parent_id'),
  )
  expect(one(found, 'MIG222').object).toBe('tree.tree_above_fkey')
})
