import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { fromDateColumn } from '@sasaeai/db/local-date-column'
import { goodwillActName } from '@sasaeai/domain/goodwill-bank/act/goodwill-act-kind'
import { goodwillUndoReasonNames, type UndoGoodwillActInput } from '@sasaeai/domain/goodwill-bank/act/undo-goodwill-act-input'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { id, type JournalEntryId } from '@sasaeai/domain/ids'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { postEntries } from '../../ledger/post-entries.ts'
import { readPostedEntry } from '../../ledger/read-posted-entry.ts'
import { reversalOf } from '../../ledger/reverse-entry.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { writeGoodsMoves } from './goods-lots.ts'
import { type ActRefusal, type GoodwillDesk, type RecordedAct, recordOnce, writeGoodwillAct } from './write-goodwill-act.ts'

type UndoRefusal = ActRefusal | 'row_gone' | 'reference_gone' | 'goodwill_undo_before'

/**
 * 取消: takes back a deposit, a withdrawal, a write-off or a stocktaking: the goods go back and the entries are reversed, in
 * one transaction. What was recorded stays as it was; only its opposite is added, once: a unique index sees to that.
 */
export async function undoGoodwillAct(deps: Deps, actor: Actor, input: UndoGoodwillActInput): Promise<Outcome<RecordedAct, UndoRefusal>> {
  const undoId = id<'GoodwillActId'>(deps.newId())
  return recordOnce(deps, { actId: undoId, kind: 'undo', day: input.undoneOn, dayField: 'undoneOn' }, () =>
    inTransaction(deps.db, (tx) => undoWithin({ deps, actor, tx }, undoId, input), { isolation: 'ReadCommitted' }),
  )
}

async function undoWithin(desk: GoodwillDesk, undoId: RecordedAct['actId'], { actId, undoneOn, reason }: UndoGoodwillActInput): Promise<Outcome<RecordedAct, UndoRefusal>> {
  const { deps, actor, tx } = desk
  const known = await tx.goodwillAct.findUnique({ where: { id: actId }, include: { undoneBy: { select: { id: true } } } })
  if (known === null) return fail('row_gone')
  if (known.kind === 'undo') return fail('reversal_not_reversible')
  if (known.undoneBy !== null) return fail('goodwill_already_undone')
  if (fromDateColumn(known.actedOn) > undoneOn) return fail('goodwill_undo_before', { field: 'undoneOn' })
  const act = await writeGoodwillAct(desk, { actId: undoId, kind: 'undo', actedOn: undoneOn, undoes: { actId, reason } })
  const moves = await tx.goodsMovement.findMany({ where: { actId } })
  await writeGoodsMoves(tx, undoId, moves.map(({ lotId, quantity, reason: why }) => ({ lotId, quantity: -Number(quantity), reason: why })))
  for (const entryId of await entriesOf(tx, actId)) {
    const entry = await readPostedEntry(tx, entryId)
    if (entry === null) throw new Error(`entry ${entryId} is not in the books`)
    const input = { entryId, reversalDate: undoneOn, reason: goodwillUndoReasonNames[reason] }
    await postEntries(desk, [reversalOf(entry, { deps, actor, input })])
  }
  const title = goodwillActName({ kind: known.kind, fiscalYear: fiscalYear(known.fiscalYear), number: known.actNumber })
  await recordAuditEvent(deps, tx, {
    actor, action: 'goodwill_act.undo', subjectKind: 'goodwill_act', subjectId: actId, after: { title, undoneOn }, reason: goodwillUndoReasonNames[reason],
  })
  return succeed(act)
}

/** The entries that an act was booked as. */
async function entriesOf(tx: Tx, actId: string): Promise<JournalEntryId[]> {
  const deposit = await tx.goodwillDeposit.findUnique({ where: { actId }, select: { moneyEntryId: true, goodsEntryId: true } })
  const withdrawal = await tx.goodwillWithdrawal.findUnique({ where: { actId }, select: { entryId: true } })
  return [deposit?.moneyEntryId, deposit?.goodsEntryId, withdrawal?.entryId].flatMap((entryId) => (entryId == null ? [] : [id<'JournalEntryId'>(entryId)]))
}
