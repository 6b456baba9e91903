import { inTransaction } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { isForeignKeyViolation } from '@sasaeai/db/refusals'
import { sqlStateOf } from '@sasaeai/db/sql-state'
import { fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import type { FormBlockDetails, SaveFormBlockInput, SeenFormBlock } from '@sasaeai/domain/community-chest/receipt-form/receipt-form-input'
import { id, type ReceiptFormBlockId } from '@sasaeai/domain/ids'
import { fail, type Failure, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import { missingReferenceOf } from '../../council/missing-reference.ts'
import type { Actor, Deps, Desk } from '../../deps.ts'
import { changedFields } from '../../user/changed-fields.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { lockFormBlock } from './lock-form-block.ts'

type BlockProblem = 'form_numbers_overlap' | 'form_outside_block' | 'form_before_block'
type SavingOutcome = Outcome<{ blockId: ReceiptFormBlockId }, BlockProblem | 'row_gone' | 'changed_meanwhile' | 'year_not_open' | 'reference_gone'>

/** Takes in a block of forms, or corrects one. That no number is in two blocks PostgreSQL decides. */
export async function saveFormBlock(deps: Deps, actor: Actor, { change, details }: SaveFormBlockInput): Promise<SavingOutcome> {
  try {
    return await inTransaction(
      deps.db,
      (tx) => (change === null ? addBlock({ deps, actor, tx }, details) : editBlock({ deps, actor, tx }, change, details)),
      { isolation: 'ReadCommitted' },
    )
  } catch (error) {
    const refusal = refusalOfNumbers(error) ?? missingReferenceOf(error)
    if (refusal === null) throw error
    return refusal.code === 'year_not_open' ? { ...refusal, field: 'receivedOn' } : refusal
  }
}

/** Deletes a block of which no form is recorded; the page offers to write the same again. */
export async function removeFormBlock(deps: Deps, actor: Actor, seen: SeenFormBlock): Promise<Outcome<null, 'row_gone' | 'changed_meanwhile' | 'in_use'>> {
  const { blockId } = seen
  try {
    return await inTransaction(
      deps.db,
      async (tx) => {
        const block = await lockFormBlock(tx, blockId)
        if (block === null) return fail('row_gone')
        if (block.revision !== seen.revision) return fail('changed_meanwhile')
        await tx.receiptFormBlock.delete({ where: { id: blockId } })
        await recordAuditEvent(deps, tx, { actor, action: 'receipt_form_block.delete', subjectKind: 'receipt_form_block', subjectId: blockId, before: block.details })
        return succeed(null)
      },
      { isolation: 'ReadCommitted' },
    )
  } catch (error) {
    if (isForeignKeyViolation(error)) return fail('in_use')
    throw error
  }
}

async function addBlock({ deps, actor, tx }: Desk, details: FormBlockDetails): Promise<SavingOutcome> {
  const blockId = id<'ReceiptFormBlockId'>(deps.newId())
  await tx.receiptFormBlock.create({ data: { id: blockId, ...columnsOf(details) } })
  await recordAuditEvent(deps, tx, { actor, action: 'receipt_form_block.create', subjectKind: 'receipt_form_block', subjectId: blockId, after: details })
  return succeed({ blockId })
}

async function editBlock({ deps, actor, tx }: Desk, { blockId, revision }: SeenFormBlock, details: FormBlockDetails): Promise<SavingOutcome> {
  const block = await lockFormBlock(tx, blockId)
  if (block === null) return fail('row_gone')
  if (block.revision !== revision) return fail('changed_meanwhile')
  const early = await tx.receiptForm.count({ where: { blockId, usedOn: { lt: toDateColumn(details.receivedOn) } } })
  if (early > 0) return fail('form_before_block', { field: 'receivedOn', about: formatLocalDate(details.receivedOn) })
  await tx.receiptFormBlock.update({ where: { id: blockId }, data: columnsOf(details) })
  const audit = { subjectKind: 'receipt_form_block', subjectId: blockId, ...changedFields(block.details, details) }
  await recordAuditEvent(deps, tx, { actor, action: 'receipt_form_block.update', ...audit })
  return succeed({ blockId })
}

function refusalOfNumbers(error: unknown): Failure<'form_numbers_overlap' | 'form_outside_block'> | null {
  switch (sqlStateOf(error)) {
    case 'SA011':
      return fail('form_numbers_overlap', { field: 'firstNumber' })
    case 'SA012':
      return fail('form_outside_block', { field: 'lastNumber' })
    default:
      return null
  }
}

function columnsOf({ receivedOn, ...details }: FormBlockDetails) {
  return { ...details, fiscalYear: fiscalYearOf(receivedOn), receivedOn: toDateColumn(receivedOn) }
}
