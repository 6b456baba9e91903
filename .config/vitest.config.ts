// Four kinds of tests: `unit` needs nothing but the code; `story` runs on a real PostgreSQL that it starts itself;
// `browser` uses the built product in Chromium; `fresh-start` clones the repository and does what a newcomer does.
//
// Files of `unit`, `story` and `browser` follow each other in one process (`isolate: false`): loading the code anew for each
// of them would take as long as the tests themselves. So no test may leave anything behind in a module.
import path from 'node:path'
import { defineConfig } from 'vitest/config'

const repository = path.join(import.meta.dirname, '..')

export default defineConfig({
  root: repository,
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          root: repository,
          isolate: false,
          testTimeout: 30_000,
          include: [
            'packages/{domain,ui,documents,stripe-gateway}/src/**/*.test.{ts,tsx}',
            'apps/{admin,giving}/src/**/*.test.{ts,tsx}',
            'packages/testing/src/{house,run}/*.test.ts',
          ],
        },
      },
      {
        test: {
          name: 'story',
          root: repository,
          include: ['packages/{api,db,testing}/src/**/*.test.ts', 'apps/server/src/**/*.test.ts', 'prisma/seed/*.test.ts'],
          exclude: ['packages/testing/src/{house,run}/**'],
          isolate: false,
          snapshotSerializers: ['packages/testing/src/printed-text-serializer.ts'],
          globalSetup: ['packages/testing/src/test-cluster.ts'],
          // `npm test` runs them on what the browsers leave of the machine.
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // A test and its database take turns.
          maxWorkers: 3,
        },
      },
      {
        test: {
          name: 'browser',
          root: repository,
          include: ['apps/*/browser/*.browser.ts'],
          isolate: false,
          globalSetup: ['packages/testing/src/test-cluster.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // Each of them runs a server and a browser: two are what two cores can bear.
          maxWorkers: 2,
          // A page that loads, saves or moves the focus takes its time on a busy machine.
          expect: { poll: { timeout: 15_000 } },
        },
      },
      {
        test: {
          name: 'fresh-start',
          root: repository,
          include: ['apps/server/fresh-start/*.fresh.ts'],
          // Two starts of an installation, on what the browsers leave of the machine.
          testTimeout: 1_200_000,
          hookTimeout: 1_200_000,
        },
      },
    ],
  },
})
