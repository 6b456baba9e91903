import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { seedDemo } from '../../../../prisma/seed/seed-demo.ts'
import { createTestDatabase, type TestDatabase } from '../test-database.ts'

/** The demo council of today with all 46 districts and a little money in each. */
export function createDemoDatabase(): Promise<TestDatabase> {
  return createTestDatabase({
    name: 'demo',
    tell: (ownerUrl) => seedDemo(ownerUrl, { today: localDateInTokyo(new Date()), scale: 0.1 }),
  })
}
