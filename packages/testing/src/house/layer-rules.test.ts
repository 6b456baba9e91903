import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

/** One seeded violation per rule: a file that stands where it must not reach, and what it reaches for. */
const violations: readonly { rule: string; from: string; to: string; isTypeOnly?: boolean }[] = [
  { rule: 'domain-is-pure', from: 'packages/domain/src/area/a.ts', to: 'packages/db/src/b.ts' },
  { rule: 'packages-never-import-apps', from: 'packages/db/src/a.ts', to: 'apps/server/src/b.ts' },
  { rule: 'apps-never-import-apps', from: 'apps/giving/src/a.ts', to: 'apps/admin/src/b.ts' },
  { rule: 'browsers-import-only-types-of-the-server', from: 'apps/admin/src/a.ts', to: 'packages/api/src/index.ts' },
  {
    rule: 'browsers-import-only-the-router-type',
    from: 'apps/admin/src/c.ts',
    to: 'packages/api/src/user/d.ts',
    isTypeOnly: true,
  },
  { rule: 'ui-knows-no-term', from: 'packages/ui/src/a.tsx', to: 'packages/domain/src/b.ts' },
  { rule: 'only-db-imports-prisma', from: 'packages/api/src/area/a.ts', to: 'packages/db/src/generated/client.ts' },
  { rule: 'db-imports-domain-only', from: 'packages/db/src/c.ts', to: 'packages/api/src/b.ts' },
  { rule: 'documents-import-domain-only', from: 'packages/documents/src/a.ts', to: 'packages/db/src/b.ts' },
  { rule: 'api-imports-downwards', from: 'packages/api/src/area/c.ts', to: 'packages/ui/src/b.ts' },
  { rule: 'only-tests-import-testing', from: 'packages/api/src/area/d.ts', to: 'packages/testing/src/b.ts' },
  { rule: 'no-test-is-imported', from: 'packages/domain/src/e.ts', to: 'packages/domain/src/f.test.ts' },
  { rule: 'not-resolvable', from: 'packages/domain/src/g.ts', to: 'packages/domain/src/nowhere.ts' },
  { rule: 'no-circular', from: 'packages/domain/src/h.ts', to: 'packages/domain/src/i.ts' },
  { rule: 'api-term-order-user', from: 'packages/api/src/user/j.ts', to: 'packages/api/src/area/k.ts' },
  { rule: 'api-term-order-council', from: 'packages/api/src/council/j.ts', to: 'packages/api/src/ledger/k.ts' },
  { rule: 'api-term-order-area', from: 'packages/api/src/area/j.ts', to: 'packages/api/src/supporter/k.ts' },
  { rule: 'api-term-order-supporter', from: 'packages/api/src/supporter/j.ts', to: 'packages/api/src/ledger/k.ts' },
  { rule: 'api-term-order-ledger', from: 'packages/api/src/ledger/j.ts', to: 'packages/api/src/intake/k.ts' },
  { rule: 'api-term-order-donation', from: 'packages/api/src/donation/j.ts', to: 'packages/api/src/membership-dues/k.ts' },
  { rule: 'api-term-order-intake', from: 'packages/api/src/intake/j.ts', to: 'packages/api/src/funding-indicator/k.ts' },
]

const repository = path.join(import.meta.dirname, '..', '..', '..', '..')
const reportSchema = z.object({
  summary: z.object({ violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })) }),
})

let folder: string
let found: { from: string; rule: string }[]

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'sasaeai-layers-'))
  for (const violation of violations) seed(violation)
  write('packages/domain/src/i.ts', `import '../../../packages/domain/src/h.ts'\n`)
  const { stdout } = spawnSync(
    'depcruise',
    ['--config', path.join(repository, '.dependency-cruiser.mjs'), '--output-type', 'json', 'packages', 'apps'],
    { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32', maxBuffer: 64 * 1024 * 1024 },
  )
  const report = reportSchema.parse(JSON.parse(stdout))
  found = report.summary.violations.map(({ from, rule }) => ({ from, rule: rule.name }))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('each layer rule', () => {
  it.each(violations)('$rule refuses what $from reaches for', ({ rule, from }) => {
    expect(found).toContainEqual({ from, rule })
  })

  it('is among the seeded violations, unless it differs from one of them only in the term it names', async () => {
    const { default: config } = await import(path.join(repository, '.dependency-cruiser.mjs'))
    const names = z.array(z.object({ name: z.string() })).parse(config.forbidden).map(({ name }) => name)
    const seeded = new Set(violations.map(({ rule }) => rule))
    expect(names.filter((name) => !seeded.has(name) && !name.startsWith('api-term-order-'))).toEqual([])
  })
})

function seed({ from, to, isTypeOnly }: (typeof violations)[number]): void {
  const target = path.relative(path.dirname(from), to)
  const specifier = target.startsWith('.') ? target : `./${target}`
  write(from, isTypeOnly === true ? `import type { A } from '${specifier}'\nexport type B = A\n` : `import '${specifier}'\n`)
  if (to !== 'packages/domain/src/nowhere.ts') write(to, 'export type A = 1\n')
}

function write(file: string, text: string): void {
  mkdirSync(path.join(folder, path.dirname(file)), { recursive: true })
  writeFileSync(path.join(folder, file), text)
}
