import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { Environment } from './environment.ts'
import type { RunningDatabase } from './start-database.ts'

/** Gives a database without a council the demo council, unless the council is to be set up by hand (SEED=none). */
export async function seedFirstStart(
  { db, ownerUrl }: Pick<RunningDatabase, 'db' | 'ownerUrl'>,
  { SEED: seed }: Pick<Environment, 'SEED'>,
): Promise<void> {
  if (seed === 'none') return
  const { rowCount } = await db.pool.query('SELECT 1 FROM council')
  if (rowCount !== 0) return
  process.stdout.write('はじめての起動です。デモデータを作っています（10秒ほどかかります）。\n')
  const { seedDemo } = await import('../../../prisma/seed/seed-demo.ts')
  await seedDemo(ownerUrl, { today: localDateInTokyo(new Date()) })
}
