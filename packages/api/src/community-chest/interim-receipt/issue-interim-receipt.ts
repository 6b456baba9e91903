import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { violatedConstraint } from '@sasaeai/db/refusals'
import { fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { type InterimReceiptContent, interimReceiptWords } from '@sasaeai/domain/community-chest/interim-receipt/interim-receipt-content'
import type { IssueInterimReceiptInput } from '@sasaeai/domain/community-chest/interim-receipt/interim-receipt-input'
import { formatInterimReceiptNumber } from '@sasaeai/domain/community-chest/interim-receipt/interim-receipt-number'
import { id, type InterimReceiptId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { fail, type Failure, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import { honorificOf } from '@sasaeai/domain/supporter/honorific'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { type ChestPayment, readNamedChestPayments } from './read-chest-payments.ts'

type IssueFailure =
  | 'interim_receipt_not_of_drive'
  | 'interim_receipt_entry_reversed'
  | 'interim_receipt_already_issued'
  | 'interim_receipt_of_several_payers'
  | 'interim_receipt_payer_unknown'

interface IssuedInterimReceipt {
  readonly interimReceiptId: InterimReceiptId
  /** 預り証番号, as it is printed. */
  readonly number: string
}

/**
 * 預り証の発行: one for the money that one payer gave to one drive, with everything that it says. It is never a receipt for
 * tax. Its number is taken inside the transaction, so that a refused one leaves no gap; that an entry has one at a time a
 * unique index decides.
 */
export async function issueInterimReceipt(deps: Deps, actor: Actor, { entryIds }: IssueInterimReceiptInput): Promise<Outcome<IssuedInterimReceipt, IssueFailure>> {
  try {
    // The counter's row lock puts those who issue in a row; a stronger isolation would only make them repeat.
    return await inTransaction(deps.db, async (tx) => {
      const payments = await readNamedChestPayments(tx, entryIds)
      const refusal = refusalOf(payments, new Set(entryIds).size)
      const [first] = payments
      if (refusal !== null || first === undefined) return refusal ?? fail('interim_receipt_not_of_drive')
      return succeed(await writeInterimReceipt({ deps, actor, tx }, first, payments))
    }, { isolation: 'ReadCommitted' })
  } catch (error) {
    if (violatedConstraint(error) === 'interim_receipt_entry_one_live_idx') return fail('interim_receipt_already_issued')
    throw error
  }
}

function refusalOf(payments: readonly ChestPayment[], asked: number): Failure<IssueFailure> | null {
  if (new Set(payments.map(({ entryId }) => entryId)).size < asked) return fail('interim_receipt_not_of_drive')
  if (payments.some(({ isReversed }) => isReversed)) return fail('interim_receipt_entry_reversed')
  if (payments.some(({ interimReceiptId }) => interimReceiptId !== null)) return fail('interim_receipt_already_issued')
  if (payments.some(({ payerName }) => payerName === null)) return fail('interim_receipt_payer_unknown')
  const payers = new Set(payments.map(({ areaId, supporterId, campaignId }) => `${supporterId ?? areaId} ${campaignId}`))
  return payers.size > 1 ? fail('interim_receipt_of_several_payers') : null
}

type Desk = { readonly deps: Deps; readonly actor: Actor; readonly tx: Tx }

async function writeInterimReceipt({ deps, actor, tx }: Desk, first: ChestPayment, payments: readonly ChestPayment[]): Promise<IssuedInterimReceipt> {
  const issuedOn = localDateInTokyo(deps.now())
  const fiscalYear = fiscalYearOf(issuedOn)
  const content = await contentOf(tx, first, payments)
  const amountYen = yen(payments.reduce((sum, payment) => sum + payment.amountYen, 0))
  const interimReceiptId = id<'InterimReceiptId'>(deps.newId())
  const number = await takeNumber(tx, fiscalYear)
  await tx.interimReceipt.create({
    data: {
      id: interimReceiptId, fiscalYear, receiptNumber: number, issuedOn: toDateColumn(issuedOn), amountYen: BigInt(amountYen),
      areaId: first.areaId, supporterId: first.supporterId, content, issuedAt: deps.now(), issuedById: actor.userId,
    },
  })
  await tx.interimReceiptEntry.createMany({ data: [...new Set(payments.map(({ entryId }) => entryId))].map((entryId) => ({ interimReceiptId, entryId })) })
  const printed = formatInterimReceiptNumber({ fiscalYear, number })
  await recordAuditEvent(deps, tx, {
    actor,
    action: 'interim_receipt.issue',
    subjectKind: 'interim_receipt',
    subjectId: interimReceiptId,
    after: { number: printed, payer: content.payer, amountYen },
  })
  return { interimReceiptId, number: printed }
}

async function takeNumber(tx: Tx, fiscalYear: number): Promise<number> {
  const [taken] = await tx.$queryRaw<{ number: number }[]>`SELECT take_number('interim_receipt', ${fiscalYear}::int) AS number`
  if (taken === undefined) throw new Error('the counter gave no number')
  return taken.number
}

async function contentOf(tx: Tx, first: ChestPayment, payments: readonly ChestPayment[]): Promise<InterimReceiptContent> {
  const council = await tx.council.findUniqueOrThrow({
    where: { id: 1 },
    select: { name: true, postalCode: true, address: true, phone: true, representative: true },
  })
  const rules = await tx.communityChestRules.findUniqueOrThrow({ where: { id: 1 } })
  const words = interimReceiptWords(
    payments.map(({ methodName, amountYen, entryDate }) => ({ methodName, amountYen: yen(amountYen), receivedOn: entryDate })),
    { campaignName: first.campaignName, fiscalYear: first.campaignYear, drive: first.drive, prefecturalBody: rules.prefecturalBody },
  )
  return {
    ...words,
    // The office collects under the name of its branch, where it has one.
    council: rules.branchName === '' ? council : { ...council, name: rules.branchName },
    payer: first.payerName ?? '',
    honorific: first.supporterKind === null ? '御中' : honorificOf(first.supporterKind, first.honorific),
    address: first.address,
  }
}
