/** One check: a program that ends with 0 when all is well. */
export interface Check {
  readonly name: string
  readonly command: readonly [program: string, ...args: string[]]
  /** Of a vitest run each test counts; of any other program the program itself does. */
  readonly isVitest?: boolean
  /** Left out by `npm run validate`. */
  readonly isSlow?: boolean
}

/** One checker: several would each work out anew what the files have in common, on two cores for twice the time. */
const types = (project: string): Check['command'] => ['tsc', '--noEmit', '--checkers', '1', '--project', project]

const vitest = (project: string): Check['command'] => [
  'vitest', 'run', '--config', '.config/vitest.config.ts', '--project', project,
]

/**
 * Nothing in them waits for seconds, so that two of them run at a time. The longest come first: the fresh start, which is often
 * waiting for a disk or for npm, lasts as long as all the others together.
 */
export const patientChecks: readonly Check[] = [
  { name: 'fresh start', command: vitest('fresh-start'), isVitest: true, isSlow: true },
  { name: 'lint', command: ['oxlint', '--type-aware'] },
  // Whatever shares its types is read by one program: what runs in Node alone, and what is used with a browser.
  { name: 'types of the pages and of tests', command: types('.config/tsconfig.pages.json') },
  { name: 'types of the server side', command: types('.config/tsconfig.server-side.json') },
  { name: 'layers', command: ['depcruise', '--config', '.dependency-cruiser.mjs', 'packages', 'apps', 'prisma', 'bench'] },
  { name: 'dead code', command: ['knip', '--config', '.config/knip.json', '--no-progress'] },
  // It must do without Node.
  { name: 'types of the parts of pages', command: types('packages/ui') },
  { name: 'types of the bench', command: types('bench') },
  { name: 'package.json hygiene', command: ['sherif'] },
]

/** Each has the machine to itself: it uses both cores, and what it waits for comes late where others work beside it. */
export const busyChecks: readonly Check[] = [
  { name: 'rules and properties', command: vitest('unit'), isVitest: true },
  { name: 'stories on PostgreSQL', command: vitest('story'), isVitest: true },
  { name: 'browsers', command: vitest('browser'), isVitest: true, isSlow: true },
]
