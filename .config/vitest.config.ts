// Two kinds of tests: `unit` needs nothing but the code; `story` runs on a real PostgreSQL that it starts itself.
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
          include: ['packages/{domain,ui,documents}/src/**/*.test.{ts,tsx}', 'packages/testing/src/house/*.test.ts'],
        },
      },
      {
        test: {
          name: 'story',
          root: repository,
          include: ['packages/{api,db,testing}/src/**/*.test.ts', 'apps/server/src/**/*.test.ts', 'prisma/seed/*.test.ts'],
          exclude: ['packages/testing/src/house/**'],
          globalSetup: ['packages/testing/src/test-cluster.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
