/** A schema of `tables` tables of ten columns, each with a foreign key and two indexes; one column more in the first when `wider`. */
export function schemaText(tables: number, wider: boolean): string {
  const parts = ['project bench {\n  targets postgres 14, sqlite 3.38\n}\n']
  for (let number = 1; number <= tables; number++) {
    parts.push(tableText(number, wider && number === 1))
  }
  return parts.join('\n')
}

function tableText(number: number, wider: boolean): string {
  const parent = number === 1 ? 1 : Math.ceil(number / 2)
  return `table table_${number} {
  id         bigint identity primary
  parent_id  bigint? -> table_${parent} on delete cascade
  name       varchar(200)
  email      text?
  status     text default 'new'
  amount     decimal(12, 2) default 0
  quantity   int
  active     bool default true
  created_at timestamptz default now()
  updated_at timestamptz?
${wider ? '  note       text?\n' : ''}
  index (parent_id)
  index (status, created_at desc)
}
`
}
