import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import type { SaveSubsidyInput } from '@sasaeai/domain/funding-indicator/statutory-paper/statutory-paper-input'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { ofNow } from '../../ledger/report-moment.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { readSubsidySources } from './read-subsidy-sources.ts'

type SaveSubsidyFailure = 'subsidy_changed_meanwhile' | 'subsidy_source_held' | 'subsidy_users_taken' | 'row_gone'

/** Says how 補助金事業等収益明細書 prints a source from a fiscal year on, beside what was said before. */
export async function saveSubsidy(deps: Deps, actor: Actor, { fiscalYear, sourceId, replacesId, details }: SaveSubsidyInput): Promise<Outcome<{ noteId: string }, SaveSubsidyFailure>> {
  // Looked up before: two people who list one source on two lines at once see the difference in red on the page.
  const taken = await countedTwice(deps, { fiscalYear, sourceId, details })
  if (taken !== null) return fail('subsidy_users_taken', { field: 'userIncomeSourceId', about: taken })
  return inTransaction(deps.db, async (tx) => {
    const source = await tx.fundingSource.findUnique({ where: { id: sourceId }, select: { account: { select: { category: true } } } })
    if (source === null) return fail('row_gone')
    if (source.account.category !== 'income') return fail('subsidy_source_held')
    const newest = await tx.subsidyScheduleNote.findFirst({ where: { fundingSourceId: sourceId, fiscalYear }, orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }] })
    if ((newest?.id ?? null) !== replacesId) return fail('subsidy_changed_meanwhile')
    const noteId = deps.newId()
    await writeNote(tx, actor, { noteId, fiscalYear, sourceId, details })
    const { purpose, ...said } = details
    await recordAuditEvent(deps, tx, {
      actor, action: 'subsidy_schedule_note.save', subjectKind: 'funding_source', subjectId: sourceId, after: { fiscalYear, ...said, grantPurpose: purpose },
    })
    return succeed({ noteId })
  })
}

function writeNote(tx: Tx, actor: Actor, { noteId, fiscalYear, sourceId, details }: Omit<SaveSubsidyInput, 'replacesId'> & { readonly noteId: string }) {
  return tx.subsidyScheduleNote.create({
    data: { id: noteId, fundingSourceId: sourceId, fiscalYear, ...details, reserveYen: BigInt(details.reserveYen), recordedById: actor.userId },
  })
}

/** The name of a source that two lines of the schedule would count; null where none is. */
async function countedTwice(deps: Deps, { fiscalYear, sourceId, details }: Pick<SaveSubsidyInput, 'fiscalYear' | 'sourceId' | 'details'>): Promise<string | null> {
  if (!details.isListed) return null
  const sources = await readSubsidySources(deps, fiscalYear, ofNow)
  const others = sources.filter((source) => source.isListed && source.sourceId !== sourceId)
  const counted = new Set(others.flatMap((source) => (source.userIncomeSourceId === null ? [source.sourceId] : [source.sourceId, source.userIncomeSourceId])))
  const own = details.userIncomeSourceId === null ? [sourceId] : [sourceId, details.userIncomeSourceId]
  const twice = details.userIncomeSourceId === sourceId ? sourceId : own.find((each) => counted.has(each))
  return twice === undefined ? null : (sources.find((source) => source.sourceId === twice)?.name ?? '')
}
