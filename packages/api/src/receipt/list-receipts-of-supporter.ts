import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { ReceiptId, SupporterId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../deps.ts'
import { idsOfSupporter } from '../supporter/merged-supporter-sql.ts'

/** A receipt that a supporter was given. */
export interface ReceiptOfSupporter {
  readonly receiptId: ReceiptId
  /** As it was printed. */
  readonly number: string
  readonly issuedOn: LocalDate
  readonly purpose: string
  readonly amountYen: Yen
  readonly isVoid: boolean
}

/** 領収書 in the name of one supporter, the newest first, void ones included; two hundred are more than anybody reads. */
export async function listReceiptsOfSupporter({ db }: Deps, supporterId: SupporterId): Promise<ReceiptOfSupporter[]> {
  const { rows } = await db.pool.query<ReceiptOfSupporter>(
    `SELECT id AS "receiptId", printed_number AS number, issued_on AS "issuedOn", coalesce(content ->> 'purpose', '') AS purpose,
       amount_yen AS "amountYen", voided_at IS NOT NULL AS "isVoid"
     FROM receipt WHERE supporter_id = ANY ${idsOfSupporter('$1::uuid')} ORDER BY issued_on DESC, issued_at DESC, id DESC LIMIT 200`,
    [supporterId],
  )
  return rows
}
