import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

interface Violation {
  readonly rule: string
  /** A file that stands where it must not reach, and what it reaches for. */
  readonly from: string
  readonly to: string
  readonly isTypeOnly?: boolean
}

const seededByHand: readonly Violation[] = [
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
  { rule: 'only-mail-imports-nodemailer', from: 'packages/api/src/letter/a.ts', to: 'node_modules/nodemailer/dist/esm/nodemailer.js' },
  { rule: 'db-imports-domain-only', from: 'packages/db/src/c.ts', to: 'packages/api/src/b.ts' },
  { rule: 'documents-import-domain-only', from: 'packages/documents/src/a.ts', to: 'packages/db/src/b.ts' },
  { rule: 'only-stripe-gateway-imports-stripe', from: 'packages/api/src/area/e.ts', to: 'node_modules/stripe/esm/stripe.esm.node.js' },
  { rule: 'stripe-gateway-imports-domain-only', from: 'packages/stripe-gateway/src/a.ts', to: 'packages/db/src/b.ts' },
  { rule: 'api-imports-downwards', from: 'packages/api/src/area/c.ts', to: 'packages/ui/src/b.ts' },
  { rule: 'only-tests-import-testing', from: 'packages/api/src/area/d.ts', to: 'packages/testing/src/b.ts' },
  { rule: 'no-test-is-imported', from: 'packages/domain/src/e.ts', to: 'packages/domain/src/f.test.ts' },
  { rule: 'not-resolvable', from: 'packages/domain/src/g.ts', to: 'packages/domain/src/nowhere.ts' },
  { rule: 'no-circular', from: 'packages/domain/src/h.ts', to: 'packages/domain/src/i.ts' },
]

const repository = path.join(import.meta.dirname, '..', '..', '..', '..')
const configFile = path.join(repository, '.dependency-cruiser.mjs')
const rulesSchema = z.array(z.object({ name: z.string(), to: z.object({ path: z.unknown().optional() }) }))
const rules = rulesSchema.parse((await import(configFile)).default.forbidden)

/** Each term of the API reaches for the first one that its rule forbids. */
const violations: readonly Violation[] = [
  ...seededByHand,
  ...rules.flatMap(({ name, to }) => {
    const term = /^api-term-order-(.+)$/.exec(name)?.[1]
    const forbidden = /\(([a-z-]+)/.exec(String(to.path))?.[1]
    if (term === undefined || forbidden === undefined) return []
    return { rule: name, from: `packages/api/src/${term}/reaching.ts`, to: `packages/api/src/${forbidden}/reached.ts` }
  }),
]

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
    ['--config', configFile, '--output-type', 'json', 'packages', 'apps'],
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

  it('is among the seeded violations', () => {
    const seeded = new Set(violations.map(({ rule }) => rule))
    expect(rules.map(({ name }) => name).filter((name) => !seeded.has(name))).toEqual([])
  })
})

function seed({ from, to, isTypeOnly }: Violation): void {
  const target = path.relative(path.dirname(from), to)
  const specifier = target.startsWith('.') ? target : `./${target}`
  write(from, isTypeOnly === true ? `import type { A } from '${specifier}'\nexport type B = A\n` : `import '${specifier}'\n`)
  if (to !== 'packages/domain/src/nowhere.ts') write(to, 'export type A = 1\n')
}

function write(file: string, text: string): void {
  mkdirSync(path.join(folder, path.dirname(file)), { recursive: true })
  writeFileSync(path.join(folder, file), text)
}
