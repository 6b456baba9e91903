import type { Tx } from '@sasaeai/db/in-transaction'
import { fromDateColumn } from '@sasaeai/db/local-date-column'
import { fiscalYear, type FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { ShareBackRunId } from '@sasaeai/domain/ids'
import type { SeenShareBackRun } from '@sasaeai/domain/membership-dues/share-back/share-back-input'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'

interface LockedShareBackRun {
  readonly runId: ShareBackRunId
  readonly fiscalYear: FiscalYear
  readonly sequence: number
  readonly cutOffOn: LocalDate
}

export type RunFailure = 'share_back_run_gone' | 'share_back_run_paid' | 'share_back_recalculated'

/** Locks a calculation that is not paid yet and still the one that was seen; all who want to change it wait here. */
export async function lockShareBackRun(tx: Tx, { runId, revision }: SeenShareBackRun): Promise<Outcome<LockedShareBackRun, RunFailure>> {
  await tx.$queryRaw`SELECT id FROM share_back_run WHERE id = ${runId}::uuid FOR UPDATE`
  const run = await tx.shareBackRun.findUnique({ where: { id: runId } })
  if (run === null) return fail('share_back_run_gone')
  if (run.status === 'posted') return fail('share_back_run_paid')
  if (run.revision !== revision) return fail('share_back_recalculated')
  return succeed({ runId, fiscalYear: fiscalYear(run.fiscalYear), sequence: run.sequence, cutOffOn: fromDateColumn(run.cutOffOn) })
}
