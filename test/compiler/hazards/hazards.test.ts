import { describe, expect, it } from 'vitest'
import { allowHazards } from '../../../compiler/hazards/allow.ts'
import type { Hazard } from '../../../compiler/hazards/hazard.ts'
import { rulesPage } from '../../../compiler/hazards/page.ts'
import { RULES } from '../../../compiler/hazards/rules.ts'
import { column, nullable, qname, schema, table } from '../../build.ts'
import { hazards, hazardsOf, one, told } from './plan.ts'

describe('the rules', () => {
  it('have codes and names of their own, in order', () => {
    const codes = RULES.map(rule => rule.code)
    expect(codes).toEqual([...new Set(codes)].sort())
    expect(new Set(RULES.map(rule => rule.name)).size).toBe(RULES.length)
    expect(codes.every(code => /^MIG2\d\d$/.test(code))).toBe(true)
    expect(RULES.every(rule => /^[a-z]+(-[a-z]+)*$/.test(rule.name))).toBe(true)
    expect(RULES.find(rule => rule.name === 'add-not-null')!.code).toBe('MIG204')
  })

  it('speak in sentences', () => {
    for (const { title, explain } of RULES) {
      expect(title).toMatch(/^[A-Z].*[^.]$/)
      expect(explain.length).toBeGreaterThan(0)
      for (const paragraph of explain) expect(paragraph).toMatch(/^(`|[A-Z]).*[.`]$/s)
    }
  })
})

describe('the page of hazards', () => {
  it('says what the rules say (`npx vitest run test/compiler/hazards -u` writes it anew)', async () => {
    const page = `# Hazards

\`mig compile\` looks at what a change would do to rows that are there and to people who use the database meanwhile.
An **error** stops it: settle it in the schema file with the line that the message gives, or own it with
\`--allow CODE:OBJECT --because 'REASON'\`. A **warning** is printed. Both are written into the revision for the reviewer,
those that somebody owned as \`allow CODE OBJECT 'REASON'\`. \`mig explain CODE\` prints what this page says of one.

${rulesPage(RULES)}`
    await expect(page).toMatchFileSnapshot('../../../docs/hazards.md')
  })
})

describe('hand-written SQL', () => {
  it('that cannot be undone is told', () => {
    const sql = (none: string) =>
      hazardsOf([{ kind: 'sql', name: "seed 'x'", up: { run: { all: 'select 1' } }, down: { none } }])
    expect(one(sql('the rows are gone'), 'MIG232')).toMatchObject({ severity: 'warning', object: "sql 'seed ''x'''" })
    expect(sql('')).toEqual([])
  })
})

describe('renames', () => {
  it('are told for all that programs name', () => {
    const found = hazardsOf([
      { kind: 'rename table', from: qname('clients'), to: qname('customers') },
      { kind: 'rename column', table: qname('customers'), from: 'mail', to: 'email' },
      { kind: 'rename enum', from: qname('mood'), to: qname('feeling') },
      { kind: 'rename view', from: qname('v'), to: qname('w') },
      { kind: 'rename schema', from: 'a', to: 'b' },
      { kind: 'rename index', table: qname('customers'), from: 'i', to: 'j' },
    ])
    expect(told(found)).toEqual(['customers', 'customers.email', 'feeling', 'w', 'b'].map(object => `MIG231 ${object}`))
    expect(found[1]!.message).toBe(
      'The column customers.mail becomes email: running programs that use the old name fail.',
    )
  })
})

describe('allowing', () => {
  const hazard = (code: string, object: string, severity: Hazard['severity']): Hazard => ({
    code,
    object,
    severity,
    message: '',
    remedy: '',
  })
  const found = [hazard('MIG204', 'users.phone', 'error'), hazard('MIG211', 'users.a', 'warning')]

  it('marks what somebody owns and keeps the errors that nobody does', () => {
    const owned = [{ code: 'MIG204', object: 'users.phone', reason: 'the table is empty' }]
    const { hazards: marked, blocking, unused } = allowHazards(found, owned)
    expect(marked).toEqual([{ ...found[0], allowed: 'the table is empty' }, found[1]])
    expect(blocking).toEqual([])
    expect(unused).toEqual([])
    expect(allowHazards(found, []).blocking).toEqual([found[0]])
  })

  it('goes by code and object, and tells what fits nothing', () => {
    const wrong = [
      { code: 'MIG205', object: 'users.phone', reason: 'x' },
      { code: 'MIG204', object: 'users', reason: 'x' },
    ]
    const { blocking, unused } = allowHazards(found, wrong)
    expect(blocking).toEqual([found[0]])
    expect(unused).toEqual(wrong)
  })
})

describe('five thousand tables', () => {
  it('are looked over in time that grows with them', () => {
    const tables = (extra: boolean) =>
      Array.from({ length: 5000 }, (_, at) => {
        const columns = [column('id', 'int'), nullable('a'), nullable(extra ? 'c' : 'b')]
        return table(`t${at}`, extra ? [...columns, column('d')] : columns)
      })
    const before = schema(...tables(false))
    const after = schema(...tables(true))
    const started = performance.now()
    const found = hazards(before, after)
    expect(performance.now() - started).toBeLessThan(3000)
    expect(found.filter(hazard => hazard.code === 'MIG201').length).toBe(5000)
    expect(found.filter(hazard => hazard.code === 'MIG204').length).toBe(5000)
  })
})
