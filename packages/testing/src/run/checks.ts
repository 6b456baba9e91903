/** One check: a program that ends with 0 when all is well. */
export interface Check {
  readonly name: string
  readonly command: readonly [program: string, ...args: string[]]
  /** Of a vitest run each test counts; of any other program the program itself does. */
  readonly isVitest?: boolean
  /** Left out by `npm run validate`. */
  readonly isSlow?: boolean
}

const vitest = (project: string): Check['command'] => [
  'vitest', 'run', '--config', '.config/vitest.config.ts', '--project', project,
]

export const staticChecks: readonly Check[] = [
  // What runs in Node alone shares its types: one program reads them once, where five took twice the time.
  { name: 'types of the server side', command: ['tsc', '--noEmit', '--project', '.config/tsconfig.server-side.json'] },
  { name: 'types of the pages and of tests', command: ['turbo', 'run', 'typecheck', '--concurrency=2', '--output-logs=errors-only', '--no-update-notifier'] },
  { name: 'types of the bench', command: ['tsc', '--noEmit', '--project', 'bench'] },
  { name: 'lint', command: ['oxlint', '--type-aware'] },
  { name: 'layers', command: ['depcruise', '--config', '.dependency-cruiser.mjs', 'packages', 'apps', 'prisma', 'bench'] },
  { name: 'dead code', command: ['knip', '--config', '.config/knip.json', '--no-progress'] },
  { name: 'package.json hygiene', command: ['sherif'] },
]

export const testChecks: readonly Check[] = [
  { name: 'rules and properties', command: vitest('unit'), isVitest: true },
  { name: 'stories on PostgreSQL', command: vitest('story'), isVitest: true },
  { name: 'browsers', command: vitest('browser'), isVitest: true, isSlow: true },
  { name: 'fresh start', command: vitest('fresh-start'), isVitest: true, isSlow: true },
]
