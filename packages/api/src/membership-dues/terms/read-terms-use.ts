import type { Tx } from '@sasaeai/db/in-transaction'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { DuesKindId } from '@sasaeai/domain/ids'
import type { DuesTermsUse } from '@sasaeai/domain/membership-dues/terms/terms-change'

export type DuesTermsUseOfKind = DuesTermsUse & { readonly duesKindId: DuesKindId }

/** What stands on the terms of a year, for every kind of membership. */
export function readTermsUse(tx: Tx, year: FiscalYear): Promise<DuesTermsUseOfKind[]> {
  return tx.$queryRaw<DuesTermsUseOfKind[]>`
    SELECT k.id AS "duesKindId",
      EXISTS (SELECT 1 FROM dues_request r WHERE r.dues_kind_id = k.id AND r.fiscal_year = ${year}) AS "hasRequest",
      EXISTS (SELECT 1 FROM dues_request r WHERE r.dues_kind_id = k.id AND r.fiscal_year = ${year} AND r.status = 'fixed') AS "isRequestFixed",
      EXISTS (SELECT 1 FROM funding_total t WHERE t.dues_year = ${year} AND t.dues_kind_id = k.id) AS "hasPostings",
      EXISTS (SELECT 1 FROM share_back_run b WHERE b.fiscal_year = ${year} AND b.status = 'posted') AS "isShareBackPaid"
    FROM dues_kind k`
}

/** The same for one kind; a kind that is gone has nothing standing on it. */
export async function readTermsUseOfKind(tx: Tx, { fiscalYear, duesKindId }: TermsKey): Promise<DuesTermsUse> {
  const uses = await readTermsUse(tx, fiscalYear)
  return uses.find((use) => use.duesKindId === duesKindId) ?? unused
}

interface TermsKey {
  readonly fiscalYear: FiscalYear
  readonly duesKindId: DuesKindId
}

const unused: DuesTermsUse = { hasRequest: false, isRequestFixed: false, hasPostings: false, isShareBackPaid: false }

/** Whether share-back of the year was paid: then the rates that it was computed by stay as they were. */
export async function isShareBackPaid(tx: Tx, year: FiscalYear): Promise<boolean> {
  const paid = await tx.shareBackRun.findFirst({ where: { fiscalYear: year, status: 'posted' }, select: { id: true } })
  return paid !== null
}
