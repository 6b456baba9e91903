/** One check: a program that ends with 0 when all is well. */
export interface Check {
  readonly name: string
  readonly command: readonly [program: string, ...args: string[]]
  /** Of a vitest run each test counts; of any other program the program itself does. */
  readonly isVitest?: boolean
  /**
   * A file of tests that failed is run once more, whole and on its own, when all others have been run; then that outcome
   * counts. A single test cannot be tried again: the tests of a file share a council, in which the first try left its half.
   */
  readonly isTriedTwice?: boolean
  /** Left out by `npm run validate`. */
  readonly isSlow?: boolean
}

/** One checker: several would each work out anew what the files have in common, on two cores for twice the time. */
const types = (project: string): Check['command'] => ['tsc', '--noEmit', '--checkers', '1', '--project', project]

const vitest = (project: string): Check['command'] => [
  'vitest', 'run', '--config', '.config/vitest.config.ts', '--project', project,
]

/**
 * What they wait for must not come late: nothing else takes a core that they ask for. They leave a third of two cores idle.
 * A browser on a busy machine can still be later than any waiting allows; what is wrong is wrong twice.
 */
export const promptChecks: readonly Check[] = [
  { name: 'browsers', command: vitest('browser'), isVitest: true, isTriedTwice: true, isSlow: true },
]

/**
 * Nothing in them waits for a moment, so that they run beside the prompt ones on what those leave, two at a time. The fresh
 * start comes first, being often held up by a disk or by npm; the stories come last, whose three workers use both cores to
 * the end when nobody else is left.
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
  { name: 'rules and properties', command: vitest('unit'), isVitest: true },
  { name: 'stories on PostgreSQL', command: vitest('story'), isVitest: true },
]
