import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import type { FiscalPeriodInput, ReopenPeriodInput } from '@sasaeai/domain/council/fiscal-year-input'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../deps.ts'
import { recordAuditEvent } from '../user/record-audit-event.ts'

type PeriodOutcome<Code extends string> = Promise<Outcome<{ firstDay: string }, Code | 'period_missing'>>

/**
 * 締め: no entry goes into the month any more. Entries being posted at this moment hold the row of the month; the
 * UPDATE waits for them, so that nothing slips in behind the closing.
 */
export function closePeriod(deps: Deps, actor: Actor, { firstDay }: FiscalPeriodInput): PeriodOutcome<'period_already_closed'> {
  return changePeriod(deps, { firstDay }, async (tx, where) => {
    const { count } = await tx.fiscalPeriod.updateMany({
      where: { ...where, closedAt: null },
      data: { closedAt: deps.now(), closedById: actor.userId },
    })
    if (count === 0) return fail('period_already_closed')
    await recordAuditEvent(deps, tx, { actor, action: 'fiscal_period.close', subjectKind: 'fiscal_period', subjectId: firstDay })
    return succeed({ firstDay })
  })
}

/** 締め解除, with the reason why figures that may have been printed can change again. */
export function reopenPeriod(
  deps: Deps,
  actor: Actor,
  { firstDay, reason }: ReopenPeriodInput,
): PeriodOutcome<'period_not_closed'> {
  return changePeriod(deps, { firstDay }, async (tx, where) => {
    const { count } = await tx.fiscalPeriod.updateMany({
      where: { ...where, closedAt: { not: null } },
      data: { closedAt: null, closedById: null },
    })
    if (count === 0) return fail('period_not_closed')
    await recordAuditEvent(deps, tx, {
      actor,
      action: 'fiscal_period.reopen',
      subjectKind: 'fiscal_period',
      subjectId: firstDay,
      reason,
    })
    return succeed({ firstDay })
  })
}

interface PeriodKey {
  readonly fiscalYear: number
  readonly firstDay: Date
}

/** The row lock guards the month, so READ COMMITTED is enough and the update need not be repeated. */
function changePeriod<Code extends string>(
  deps: Deps,
  { firstDay }: FiscalPeriodInput,
  change: (tx: Tx, where: PeriodKey) => PeriodOutcome<Code>,
): PeriodOutcome<Code> {
  const where = { fiscalYear: fiscalYearOf(firstDay), firstDay: toDateColumn(firstDay) }
  return inTransaction(deps.db, async (tx) => {
    const isThere = (await tx.fiscalPeriod.count({ where })) === 1
    return isThere ? change(tx, where) : fail('period_missing')
  }, { isolation: 'ReadCommitted' })
}
