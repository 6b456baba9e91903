import type { Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import type { RecordFormsInput } from '@sasaeai/domain/community-chest/receipt-form/receipt-form-input'
import { id, type JournalEntryId } from '@sasaeai/domain/ids'
import { yen, type Yen } from '@sasaeai/domain/money/yen'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'

/** Whom a form is issued to, and for which money; what was left out is that of the entry. */
export interface IssuedFor {
  readonly recipient: string
  readonly amountYen: Yen | null
  readonly entryId: JournalEntryId | null
  /** The form that the entry has already, if any. */
  readonly otherForm: string | null
}

/** Looks up the entry of a form that is issued; it must be money of a drive that came in and was not undone. */
export async function readIssuedFor(tx: Tx, input: RecordFormsInput): Promise<Outcome<IssuedFor, 'form_entry_unusable' | 'form_recipient_missing'>> {
  const { recipient, amountYen, entryNumber, usedOn, blockId, firstNumber } = input
  if (entryNumber === null) return succeed({ recipient, amountYen, entryId: null, otherForm: null })
  const [entry] = await tx.$queryRaw<{ entryId: string; payer: string | null; amountYen: bigint }[]>`
    SELECT e.id AS "entryId", s.name AS payer, (-sum(p.amount_yen))::bigint AS "amountYen"
      FROM journal_entry e JOIN posting p ON p.entry_id = e.id AND p.campaign_id IS NOT NULL AND p.funding_source_id IS NOT NULL
        LEFT JOIN supporter n ON n.id = e.payer_id LEFT JOIN supporter s ON s.id = coalesce(n.merged_into_id, n.id)
      WHERE e.fiscal_year = ${fiscalYearOf(usedOn)} AND e.entry_number = ${entryNumber} AND e.kind = 'receipt' AND e.entry_date <= ${toDateColumn(usedOn)}::date
        AND NOT EXISTS (SELECT 1 FROM journal_entry u WHERE u.reverses_entry_id = e.id)
      GROUP BY e.id, s.name`
  if (entry === undefined) return fail('form_entry_unusable', { field: 'entryNumber' })
  const named = recipient === '' ? (entry.payer ?? '') : recipient
  if (named === '') return fail('form_recipient_missing', { field: 'recipient' })
  // Two clerks who issue for the same entry from two blocks wait for each other here.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`receipt_form_entry:${entry.entryId}`}))::text`
  const others = await tx.receiptForm.findMany({ where: { entryId: entry.entryId, NOT: { blockId, number: firstNumber } }, include: { block: { select: { series: true } } } })
  const [other] = others
  return succeed({
    recipient: named,
    amountYen: amountYen ?? yen(Number(entry.amountYen)),
    entryId: id(entry.entryId),
    otherForm: other === undefined ? null : `${other.block.series} ${other.number}番`,
  })
}
