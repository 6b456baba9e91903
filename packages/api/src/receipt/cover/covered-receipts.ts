import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { localDate, type LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { LetterTemplateId, ReceiptId, SupporterId } from '@sasaeai/domain/ids'
import { addresseeOf, type PostalSupporter } from '@sasaeai/domain/letter/addressee-of'
import type { LetterCase } from '@sasaeai/domain/letter/compose-letter'
import type { LetterKind } from '@sasaeai/domain/letter/letter-kind'
import { formatYen, yen } from '@sasaeai/domain/money/yen'
import type { CoveredReceipts } from '@sasaeai/domain/receipt/receipt-cover-input'
import type { Deps } from '../../deps.ts'
import { readCouncilValues } from '../../letter/compose/read-council-values.ts'
import { readUsableTemplates, type UsableTemplate } from '../../letter/compose/read-usable-templates.ts'
import { survivorOf } from '../../supporter/merged-supporter-sql.ts'

/** A receipt with where post for it goes: to the payer as recorded now, for people move; an association has no address. */
interface CoveredReceipt {
  readonly receiptId: ReceiptId
  readonly number: string
  readonly issuedOn: LocalDate
  readonly calendarYear: number | null
  readonly amountYen: number
  readonly payer: string
  readonly payerHonorific: string
  readonly isVoid: boolean
  readonly supporterId: SupporterId | null
  readonly supporterNumber: number | null
  readonly postal: PostalSupporter | null
}

/** Receipts that are named, or all of a run of 年間証明, in the order of their numbers. */
export async function readCoveredReceipts({ db }: Deps, of: CoveredReceipts): Promise<CoveredReceipt[]> {
  const [condition, value] = 'receiptIds' in of ? ['r.id = ANY($1::uuid[])', of.receiptIds] : ['r.run_id = $1::uuid', of.receiptRunId]
  const { rows } = await db.pool.query<CoveredReceipt>(
    `SELECT r.id AS "receiptId", r.printed_number AS number, r.issued_on AS "issuedOn", r.calendar_year AS "calendarYear", r.amount_yen::float8 AS "amountYen",
       r.content ->> 'payer' AS payer, r.content ->> 'honorific' AS "payerHonorific", r.voided_at IS NOT NULL AS "isVoid", s.id AS "supporterId", s.number AS "supporterNumber",
       CASE WHEN s.id IS NOT NULL THEN json_build_object('kind', s.kind, 'name', s.name, 'honorific', s.honorific, 'postalCode', s.postal_code, 'address', s.address,
         'mailingName', s.mailing_name, 'mailingPostalCode', s.mailing_postal_code, 'mailingAddress', s.mailing_address) END AS postal
     FROM receipt r JOIN receipt_series q ON q.id = r.series_id LEFT JOIN supporter s ON s.id = ${survivorOf('r.supporter_id')}
     WHERE ${condition} ORDER BY r.fiscal_year, q.code, r.receipt_number`,
    [value],
  )
  return rows
}

/** Which templates go with a receipt. */
export function coverKindOf({ calendarYear }: Pick<CoveredReceipt, 'calendarYear'>): LetterKind {
  return calendarYear === null ? 'receipt_cover' : 'annual_cover'
}

/** The template of that id, for whichever receipts; undefined where it is not in use for 送り状 on paper. */
export async function readCoverTemplate(deps: Deps, templateId: LetterTemplateId): Promise<UsableTemplate | undefined> {
  const found = await Promise.all([readUsableTemplates(deps, 'receipt_cover', templateId), readUsableTemplates(deps, 'annual_cover', templateId)])
  return found.flat()[0]
}

/** What a 送り状 can say of a receipt. */
export function letterOfReceipt({ postal, payer, payerHonorific, ...receipt }: Omit<CoveredReceipt, 'supporterId'>): LetterCase {
  return {
    addressee: postal === null ? { name: payer, honorific: payerHonorific, postalCode: '', address: '' } : addresseeOf(postal),
    values: {
      recipientName: payer,
      honorific: payerHonorific,
      supporterNumber: receipt.supporterNumber === null ? '' : String(receipt.supporterNumber),
      amount: `${formatYen(yen(receipt.amountYen))}円`,
      receiptNumber: receipt.number,
      issuedOn: formatLocalDate(receipt.issuedOn),
      calendarYear: receipt.calendarYear === null ? '' : calendarYearWords(receipt.calendarYear),
    },
  }
}

/** What a 送り状 of today for a receipt would say; null where there is no such receipt. */
export async function readLetterOfReceipt(deps: Deps, { receiptId, day }: { receiptId: ReceiptId; day: LocalDate }): Promise<LetterCase | null> {
  const [receipt] = await readCoveredReceipts(deps, { receiptIds: [receiptId] })
  if (receipt === undefined) return null
  const { addressee, values } = letterOfReceipt(receipt)
  return { addressee, values: { ...(await readCouncilValues(deps, day)), ...values } }
}

/** 令和8年, by the era of the year's last day. */
function calendarYearWords(year: number): string {
  return formatLocalDate(localDate(`${year}-12-31`)).replace(/12月31日$/, '')
}
