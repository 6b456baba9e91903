import type { Tx } from '@sasaeai/db/in-transaction'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { SaidActual, SaidReview, SaidTarget } from '@sasaeai/domain/funding-indicator/indicator/said-indicator'
import type { FundingIndicatorId } from '@sasaeai/domain/funding-indicator/plan-ids'

/** The newest of what was said of an indicator and a year; undefined where nothing was. */
export interface SaidOfYear {
  readonly target: Omit<SaidTarget, 'fiscalYear'> | undefined
  readonly actual: Omit<SaidActual, 'fiscalYear'> | undefined
  readonly review: (Omit<SaidReview, 'fiscalYear'> & { readonly planReviewId: string | null }) | undefined
}

/** As a transaction sees it. */
export async function readSaidOfYear(
  tx: Tx,
  where: { readonly indicatorId: FundingIndicatorId; readonly fiscalYear: FiscalYear },
): Promise<SaidOfYear> {
  const newest = { where, orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }] } satisfies Parameters<Tx['indicatorTarget']['findFirst']>[0]
  const target = await tx.indicatorTarget.findFirst({ ...newest, select: { id: true, value: true, note: true } })
  const actual = await tx.indicatorActual.findFirst({ ...newest, select: { id: true, value: true, asOfLabel: true, source: true, note: true } })
  const review = await tx.indicatorReview.findFirst({ ...newest, select: { id: true, grade: true, assessment: true, nextIssue: true, planReviewId: true } })
  return {
    target: target === null ? undefined : { ...target, value: target.value?.toNumber() ?? null },
    actual: actual === null ? undefined : { ...actual, value: actual.value?.toNumber() ?? null },
    review: review ?? undefined,
  }
}
