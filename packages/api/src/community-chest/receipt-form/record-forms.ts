import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { fromDateColumn, toDateColumn } from '@sasaeai/db/local-date-column'
import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import type { PutBackFormsInput, RecordFormsInput } from '@sasaeai/domain/community-chest/receipt-form/receipt-form-input'
import { formNumbers } from '@sasaeai/domain/community-chest/receipt-form/receipt-form-runs'
import { receiptFormStateNames } from '@sasaeai/domain/community-chest/receipt-form/receipt-form-state'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps, Desk } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { type IssuedFor, readIssuedFor } from './read-issued-for.ts'
import { lockFormBlock } from './lock-form-block.ts'

type RecordFailure =
  | 'row_gone'
  | 'form_number_unknown'
  | 'form_recorded'
  | 'form_before_block'
  | 'form_entry_unusable'
  | 'form_entry_taken'
  | 'form_recipient_missing'

/**
 * Records what became of a number, or of a range that was spoiled or returned together: all of it, or nothing. The block
 * is locked, so no number is recorded twice; what is sent again is found recorded as it was and answered as the first time.
 */
export function recordForms(deps: Deps, actor: Actor, input: RecordFormsInput): Promise<Outcome<null, RecordFailure>> {
  return inTransaction(deps.db, (tx) => recordWithin({ deps, actor, tx }, input), { isolation: 'ReadCommitted' })
}

async function recordWithin(desk: Desk, input: RecordFormsInput): Promise<Outcome<null, RecordFailure>> {
  const { tx } = desk
  const block = await lockFormBlock(tx, input.blockId)
  if (block === null) return fail('row_gone')
  const { firstNumber, lastNumber, receivedOn } = block.details
  if (input.firstNumber < firstNumber || input.lastNumber > lastNumber) {
    return fail('form_number_unknown', { field: input.firstNumber < firstNumber || input.firstNumber > lastNumber ? 'firstNumber' : 'lastNumber', about: `${formNumbers(block.details)}番` })
  }
  if (input.usedOn < receivedOn) return fail('form_before_block', { field: 'usedOn', about: formatLocalDate(receivedOn) })
  const found = await readIssuedFor(tx, input)
  if (!found.ok) return found
  const taken = await compareWithRecorded(tx, input, found.value)
  if (taken !== null) return taken
  await writeForms(desk, input, found.value)
  return succeed(null)
}

/** Null when all of the range is on hand. */
async function compareWithRecorded(tx: Tx, input: RecordFormsInput, issued: IssuedFor): Promise<Outcome<null, RecordFailure> | null> {
  const { blockId, firstNumber, lastNumber, state, usedOn } = input
  const recorded = await tx.receiptForm.findMany({ where: { blockId, number: { gte: firstNumber, lte: lastNumber } }, orderBy: { number: 'asc' } })
  const [first] = recorded
  if (first === undefined) return issued.otherForm === null ? null : fail('form_entry_taken', { field: 'entryNumber', about: issued.otherForm })
  const isSame = recorded.every((form) =>
    form.state === state && fromDateColumn(form.usedOn) === usedOn && form.recipient === issued.recipient && form.entryId === issued.entryId && form.note === input.note)
  if (isSame && recorded.length === lastNumber - firstNumber + 1) return succeed(null)
  return fail('form_recorded', { field: 'firstNumber', about: `${first.number}番は${receiptFormStateNames[first.state]}の記録があります` })
}

async function writeForms({ deps, actor, tx }: Desk, input: RecordFormsInput, { recipient, amountYen, entryId }: IssuedFor): Promise<void> {
  const { blockId, state, usedOn, note, firstNumber, lastNumber } = input
  const numbers = Array.from({ length: lastNumber - firstNumber + 1 }, (_, index) => firstNumber + index)
  const form = { blockId, state, usedOn: toDateColumn(usedOn), recipient, amountYen: amountYen === null ? null : BigInt(amountYen), entryId, note }
  await tx.receiptForm.createMany({ data: numbers.map((number) => ({ ...form, number })) })
  await recordAuditEvent(deps, tx, {
    actor,
    action: 'receipt_form.record',
    subjectKind: 'receipt_form_block',
    subjectId: blockId,
    after: { number: formNumbers(input), state: receiptFormStateNames[state], usedOn, recipient, amountYen, entryNumber: input.entryNumber, note },
  })
}

/** Takes back what was recorded of a range; refused when it is not recorded as the page showed it. */
export function putBackForms(deps: Deps, actor: Actor, input: PutBackFormsInput): Promise<Outcome<null, 'row_gone' | 'changed_meanwhile'>> {
  const { blockId, firstNumber, lastNumber, state } = input
  return inTransaction(
    deps.db,
    async (tx) => {
      if ((await lockFormBlock(tx, blockId)) === null) return fail('row_gone')
      const range = { blockId, state, number: { gte: firstNumber, lte: lastNumber } }
      const forms = await tx.receiptForm.findMany({ where: range, orderBy: { number: 'asc' } })
      const [first] = forms
      if (first === undefined || forms.length !== lastNumber - firstNumber + 1) return fail('changed_meanwhile')
      await tx.receiptForm.deleteMany({ where: range })
      const { recipient, note } = first
      const before = { number: formNumbers(input), state: receiptFormStateNames[state], usedOn: fromDateColumn(first.usedOn), recipient, note }
      await recordAuditEvent(deps, tx, { actor, action: 'receipt_form.put_back', subjectKind: 'receipt_form_block', subjectId: blockId, before })
      return succeed(null)
    },
    { isolation: 'ReadCommitted' },
  )
}
