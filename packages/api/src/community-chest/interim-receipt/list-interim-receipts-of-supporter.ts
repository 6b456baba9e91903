import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { InterimReceiptId, SupporterId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { idsOfSupporter } from '../../supporter/merged-supporter-sql.ts'

/** A 預り証 that a supporter was given. */
export interface InterimReceiptOfSupporter {
  readonly interimReceiptId: InterimReceiptId
  readonly fiscalYear: FiscalYear
  readonly number: number
  readonly issuedOn: LocalDate
  readonly purpose: string
  readonly amountYen: Yen
  readonly isVoid: boolean
}

/** 預り証 in the name of one supporter, the newest first, void ones included; two hundred are more than anybody reads. */
export async function listInterimReceiptsOfSupporter({ db }: Deps, supporterId: SupporterId): Promise<InterimReceiptOfSupporter[]> {
  const { rows } = await db.pool.query<InterimReceiptOfSupporter>(
    `SELECT id AS "interimReceiptId", fiscal_year AS "fiscalYear", receipt_number AS number, issued_on AS "issuedOn",
       coalesce(content ->> 'purpose', '') AS purpose, amount_yen AS "amountYen", voided_at IS NOT NULL AS "isVoid"
     FROM interim_receipt WHERE supporter_id = ANY ${idsOfSupporter('$1::uuid')} ORDER BY issued_on DESC, fiscal_year DESC, receipt_number DESC LIMIT 200`,
    [supporterId],
  )
  return rows
}
