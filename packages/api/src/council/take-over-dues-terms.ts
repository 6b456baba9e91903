import type { Tx } from '@sasaeai/db/in-transaction'
import { planTermsCopy } from '@sasaeai/domain/membership-dues/terms/plan-terms-copy'

/** How many kinds got terms, and how many 地域別の還元率 came with them. */
export interface TakenOverTerms {
  readonly terms: number
  readonly rates: number
}

/**
 * Takes over what one fiscal year asks of the kinds of membership to another: what is missing there, never in place of
 * what stands. Two who do it at once are put in a row by the transaction, and the second finds nothing missing.
 */
export async function takeOverDuesTerms(tx: Tx, { from, to }: { from: number; to: number }): Promise<TakenOverTerms> {
  const [terms, rates, taken, closedKinds, closedAreas] = await Promise.all([
    tx.duesTerms.findMany({ where: { fiscalYear: from } }),
    tx.shareBackRate.findMany({ where: { fiscalYear: from } }),
    tx.duesTerms.findMany({ where: { fiscalYear: to }, select: { duesKindId: true } }),
    tx.duesKind.findMany({ where: { closedOn: { not: null } }, select: { id: true } }),
    tx.area.findMany({ where: { closedOn: { not: null } }, select: { id: true } }),
  ])
  const plan = planTermsCopy({
    terms,
    rates,
    takenKindIds: new Set(taken.map(({ duesKindId }) => duesKindId)),
    closedKindIds: new Set(closedKinds.map(({ id }) => id)),
    closedAreaIds: new Set(closedAreas.map(({ id }) => id)),
  })
  await tx.duesTerms.createMany({ data: plan.terms.map((row) => ({ ...row, fiscalYear: to, revision: 1 })) })
  await tx.shareBackRate.createMany({ data: plan.rates.map((row) => ({ ...row, fiscalYear: to })) })
  return { terms: plan.terms.length, rates: plan.rates.length }
}
