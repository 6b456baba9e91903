import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { ReceiptId, SupporterId } from '@sasaeai/domain/ids'
import type { LetterValues } from '@sasaeai/domain/letter/letter-field'
import { isMailAddress } from '@sasaeai/domain/letter/outbox/mail-address'
import { receiptContentSchema } from '@sasaeai/domain/receipt/receipt-content-schema'
import type { ReceiptsToMail } from '@sasaeai/domain/receipt/receipt-input'
import type { ReceiptDelivery } from '@sasaeai/domain/supporter/receipt-delivery'
import type { Asking } from '../../ledger/asking.ts'
import { letterOfReceipt } from '../cover/covered-receipts.ts'

/** What stands between a receipt and its mail: nothing, a mail that waits or has gone, another wish, no address. */
export type MailStanding = 'ready' | 'waiting' | 'sent' | 'not_wished' | 'unreachable'

/** A receipt that is not void, with whom its mail would go to. */
export interface MailCandidate {
  readonly receiptId: ReceiptId
  /** Who stands today for whom it was issued to; null for an association. */
  readonly supporterId: SupporterId | null
  readonly toAddress: string
  readonly standing: MailStanding
  readonly number: string
  readonly payer: string
  /** 年間証明: the year that it stands for; null on every other receipt. */
  readonly calendarYear: number | null
  /** What its mail can say of it. */
  readonly values: LetterValues
  /** Which of its papers it has now. */
  readonly copy: number
}

interface CandidateRow {
  readonly receiptId: ReceiptId
  readonly supporterId: SupporterId | null
  readonly supporterNumber: number | null
  readonly email: string | null
  readonly delivery: ReceiptDelivery | null
  readonly mail: 'waiting' | 'sending' | 'sent' | null
  readonly number: string
  readonly issuedOn: LocalDate
  readonly amountYen: number
  readonly calendarYear: number | null
  readonly content: unknown
  readonly copy: number
}

/** The receipts that are asked for, without void ones, in the order of their issue. */
export async function readMailCandidates(ask: Asking, of: ReceiptsToMail['of']): Promise<readonly MailCandidate[]> {
  const rows = await ask<CandidateRow>(
    `SELECT r.id::text AS "receiptId", s.id::text AS "supporterId", s.number AS "supporterNumber", s.email, s.receipt_delivery::text AS delivery, last.state AS mail,
       r.printed_number AS number, r.issued_on::text AS "issuedOn", r.amount_yen::float8 AS "amountYen", r.calendar_year AS "calendarYear", r.content,
       coalesce(i.sequence, 0)::int AS copy
     FROM receipt r LEFT JOIN supporter n ON n.id = r.supporter_id LEFT JOIN supporter s ON s.id = coalesce(n.merged_into_id, n.id)
     LEFT JOIN LATERAL (SELECT sequence, reissued_at FROM receipt_reissue WHERE receipt_id = r.id ORDER BY sequence DESC LIMIT 1) i ON true
     LEFT JOIN LATERAL (SELECT m.state::text AS state FROM outgoing_mail m WHERE m.subject_id = r.id AND m.state IN ('waiting', 'sending', 'sent')
       AND m.queued_at >= coalesce(i.reissued_at, r.issued_at) ORDER BY m.state = 'sent', m.queued_at DESC LIMIT 1) last ON true
     WHERE r.voided_at IS NULL AND ${'runId' in of ? 'r.run_id = $1::uuid' : 'r.id = ANY ($1::uuid[])'} ORDER BY r.issued_at, r.receipt_number, r.id`,
    ['runId' in of ? of.runId : of.receiptIds],
  )
  return rows.map(candidateOf)
}

function candidateOf({ receiptId, supporterId, supporterNumber, email, delivery, mail, content, copy, ...receipt }: CandidateRow): MailCandidate {
  const { payer, honorific } = receiptContentSchema.parse(content)
  const { values } = letterOfReceipt({ ...receipt, receiptId, payer, payerHonorific: honorific, supporterNumber, isVoid: false, postal: null })
  const { number, calendarYear } = receipt
  return { receiptId, supporterId, toAddress: email ?? '', standing: standingOf({ email, delivery, mail }), number, payer, calendarYear, values, copy }
}

function standingOf({ email, delivery, mail }: Pick<CandidateRow, 'email' | 'delivery' | 'mail'>): MailStanding {
  if (mail !== null) return mail === 'sent' ? 'sent' : 'waiting'
  const hasAddress = email !== null && isMailAddress(email)
  if (delivery === 'pdf') return hasAddress ? 'ready' : 'unreachable'
  return 'not_wished'
}
