import { type FiscalYear, firstDayOf, lastDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { type AccountedBlock, accountOfBlock, accountsBySeries, type FormAccount } from '@sasaeai/domain/community-chest/receipt-form/receipt-form-account'
import type { RecordedForm } from '@sasaeai/domain/community-chest/receipt-form/receipt-form-runs'
import type { ReceiptFormBlockId } from '@sasaeai/domain/ids'
import type { Deps } from '../../deps.ts'

/** A block of forms as it was received. */
export interface FormBlock {
  readonly blockId: ReceiptFormBlockId
  readonly series: string
  readonly firstNumber: number
  readonly lastNumber: number
  readonly receivedOn: LocalDate
  readonly keeper: string
  readonly note: string
  readonly revision: number
}

/** 領収書用紙 of a year: the blocks that were there, and the account by 様式・記号. */
export interface FormsOfYear {
  readonly blocks: readonly (FormBlock & { readonly account: FormAccount })[]
  readonly accounts: readonly { readonly series: string; readonly account: FormAccount }[]
  /** The year. */
  readonly span: { readonly firstDay: LocalDate; readonly lastDay: LocalDate }
}

/** Blocks that were received in the year, or of which something was left when it began. */
export async function formsOfYear(deps: Deps, year: FiscalYear): Promise<FormsOfYear> {
  const span = { firstDay: firstDayOf(year), lastDay: lastDayOf(year) }
  const { rows } = await deps.db.pool.query<FormBlock & AccountedBlock>(
    `SELECT ${blockColumns},
       (SELECT coalesce(json_agg(json_build_object('state', f.state, 'usedOn', f.used_on)), '[]') FROM receipt_form f WHERE f.block_id = b.id) AS forms
     FROM receipt_form_block b
     WHERE b.received_on <= $2 AND (b.received_on >= $1
       OR (SELECT count(*) FROM receipt_form f WHERE f.block_id = b.id AND f.used_on < $1) < b.last_number - b.first_number + 1)
     ORDER BY b.series, b.first_number`,
    [span.firstDay, span.lastDay],
  )
  const blocks = rows.flatMap(({ forms, ...block }) => {
    const account = accountOfBlock({ ...block, forms }, span)
    return account === null ? [] : [{ ...block, account }]
  })
  return { blocks, accounts: accountsBySeries(rows, span), span }
}

/** A block with everything that is recorded of its numbers. */
export interface FormBlockInFull extends FormBlock {
  /** In the order of their numbers. */
  readonly forms: readonly RecordedForm[]
}

/** One block; null when it is not there. */
export async function readFormBlock(deps: Deps, blockId: ReceiptFormBlockId): Promise<FormBlockInFull | null> {
  const [block] = await blocksInFull(deps, [blockId])
  return block ?? null
}

/** Some blocks, in the order of their series and numbers. */
export async function blocksInFull({ db }: Deps, blockIds: readonly ReceiptFormBlockId[]): Promise<FormBlockInFull[]> {
  const { rows } = await db.pool.query<FormBlockInFull>(
    `SELECT ${blockColumns},
       (SELECT coalesce(json_agg(json_build_object('number', f.number, 'state', f.state, 'usedOn', f.used_on, 'recipient', f.recipient,
           'amountYen', f.amount_yen, 'entryId', f.entry_id, 'entryNumber', e.entry_number, 'note', f.note) ORDER BY f.number), '[]')
         FROM receipt_form f LEFT JOIN journal_entry e ON e.id = f.entry_id WHERE f.block_id = b.id) AS forms
     FROM receipt_form_block b WHERE b.id = ANY($1::uuid[]) ORDER BY b.series, b.first_number`,
    [blockIds],
  )
  return rows
}

const blockColumns = `b.id AS "blockId", b.series, b.first_number AS "firstNumber", b.last_number AS "lastNumber", b.received_on AS "receivedOn",
  b.keeper, b.note, b.revision`
