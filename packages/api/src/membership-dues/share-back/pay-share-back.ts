import { inTransaction } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { type AreaId, id, type ShareBackRunId } from '@sasaeai/domain/ids'
import type { EntryDraft } from '@sasaeai/domain/ledger/entry-draft'
import type { ShareBackLine } from '@sasaeai/domain/membership-dues/share-back/share-back'
import { entryOfShareBack, type PaidShareBackRun } from '@sasaeai/domain/membership-dues/share-back/share-back-entry'
import type { PayShareBackInput } from '@sasaeai/domain/membership-dues/share-back/share-back-input'
import { negateYen, sumYen, type Yen } from '@sasaeai/domain/money/yen'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps, Desk } from '../../deps.ts'
import { askingWithin } from '../../ledger/asking.ts'
import { type LedgerRefusal, ledgerRefusalOf } from '../../ledger/ledger-refusal.ts'
import { type EntryToPost, postEntries } from '../../ledger/post-entries.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { lockShareBackRun, type RunFailure } from './lock-share-back-run.ts'
import { readShareBack, type ShareBackProblem } from './read-share-back.ts'
import { isSameShareBack, readShareBackLines } from './share-back-lines.ts'

type PayFailure = RunFailure | ShareBackProblem | LedgerRefusal | 'share_back_outdated' | 'share_back_nothing_to_pay'

interface PaidShareBack {
  readonly entries: number
  readonly paidYen: Yen
}

/**
 * Pays a calculation: one payment entry for each payee that has something to get, all of them or none, and the
 * calculation is final. Refused when it is not what the books say by now. Whatever is sent twice is paid once: the row
 * of the calculation is locked, and the books take a payee's payment of a calculation only once.
 */
export async function payShareBack(deps: Deps, actor: Actor, input: PayShareBackInput): Promise<Outcome<PaidShareBack, PayFailure>> {
  try {
    return await inTransaction(deps.db, (tx) => payWithin({ deps, actor, tx }, input), { isolation: 'ReadCommitted' })
  } catch (error) {
    const refusal = ledgerRefusalOf(error)
    if (refusal === null) throw error
    return refusal.code === 'period_closed' ? { ...refusal, field: 'paidOn' } : refusal
  }
}

async function payWithin(desk: Desk, input: PayShareBackInput): Promise<Outcome<PaidShareBack, PayFailure>> {
  const { deps, actor, tx } = desk
  const run = await lockShareBackRun(tx, input)
  if (!run.ok) return run
  const read = await readShareBack(askingWithin(tx), run.value)
  if (!read.ok) return read
  const { rules, shareBack } = read.value
  if (!isSameShareBack(await readShareBackLines(askingWithin(tx), input.runId), shareBack.lines)) return fail('share_back_outdated')
  const entries = await entriesOf(desk, shareBack.lines, { ...run.value, ...rules, paidOn: input.paidOn, postedById: actor.userId })
  if (entries.length === 0) return fail('share_back_nothing_to_pay')
  await postEntries(desk, entries.map(toPost))
  await closeRun(desk, input)
  const paidYen = sumYen(entries.map(amountOf))
  const { fiscalYear, sequence } = run.value
  await recordAuditEvent(deps, tx, {
    actor,
    action: 'share_back_run.pay',
    subjectKind: 'share_back_run',
    subjectId: input.runId,
    after: { fiscalYear, sequence, paidOn: input.paidOn, payees: entries.length, totalYen: paidYen },
  })
  return succeed({ entries: entries.length, paidYen })
}

/** In the order of the payees' codes, so that the numbers of the slips run as the list of payments does. */
async function entriesOf({ deps, tx }: Desk, lines: readonly ShareBackLine[], run: PaidShareBackRun): Promise<EntryDraft[]> {
  const linesOf = Map.groupBy(lines, ({ areaId }) => areaId)
  const payees = await tx.area.findMany({ where: { id: { in: [...linesOf.keys()] } }, orderBy: { code: 'asc' }, select: { id: true, name: true } })
  return payees.flatMap(({ id: payeeId, name }) => {
    const areaId: AreaId = id(payeeId)
    const entry = entryOfShareBack(id(deps.newId()), { areaId, name, lines: linesOf.get(areaId) ?? [] }, run)
    return entry === null ? [] : [entry]
  })
}

function toPost(entry: EntryDraft): EntryToPost {
  const after = { entryDate: entry.entryDate, amountYen: amountOf(entry) }
  return { entry, audit: { action: 'ledger.post', subjectKind: 'journal_entry', subjectId: entry.id, after } }
}

/** The money that leaves. */
function amountOf({ postings }: EntryDraft): Yen {
  return negateYen(sumYen(postings.filter(({ duesKindId }) => duesKindId === undefined).map(({ amountYen }) => amountYen)))
}

async function closeRun({ deps, actor, tx }: Desk, { runId, paidOn }: { runId: ShareBackRunId } & Pick<PayShareBackInput, 'paidOn'>): Promise<void> {
  await tx.shareBackRun.update({
    where: { id: runId },
    data: { status: 'posted', paidOn: toDateColumn(paidOn), postedAt: deps.now(), postedById: actor.userId, revision: { increment: 1 } },
  })
}
