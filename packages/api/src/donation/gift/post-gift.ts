import { inTransaction } from '@sasaeai/db/in-transaction'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { entryOfGift, type GiftProblem, problemOfGift } from '@sasaeai/domain/donation/gift/entry-of-gift'
import type { Gift, PostGiftInput } from '@sasaeai/domain/donation/gift/gift-input'
import { id } from '@sasaeai/domain/ids'
import type { EntryDraft } from '@sasaeai/domain/ledger/entry-draft'
import { sumYen } from '@sasaeai/domain/money/yen'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { type LedgerRefusal, ledgerRefusalOf } from '../../ledger/ledger-refusal.ts'
import { postEntries, type PostedEntry } from '../../ledger/post-entries.ts'
import { readGroundData } from '../../ledger/read-ground-data.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { isInstalmentOf, writeDonation } from './write-donation.ts'

type PostGiftFailure = GiftProblem | LedgerRefusal | 'gift_posted_otherwise' | 'instalment_unusable'

/**
 * Books a gift that came to the desk, with what the office knows of it. A gift that is sent again (a double click, a lost
 * answer) is answered with the entry that it became the first time; another one under the same id is refused.
 */
export async function postGift(deps: Deps, actor: Actor, { giftId, gift }: PostGiftInput): Promise<Outcome<PostedEntry, PostGiftFailure>> {
  const ground = await readGroundData(deps.db)
  const problem = problemOfGift(gift, ground)
  if (problem !== null) return fail(problem.code, { field: problem.field })
  const entry = entryOfGift(gift, ground, { id: id(deps.newId()), sourceKind: 'donation', sourceId: giftId, postedById: actor.userId })
  const first = await answerOfFirst(deps, entry)
  if (first !== null) return first
  try {
    return await book({ deps, actor, entry }, gift)
  } catch (error) {
    const refusal = ledgerRefusalOf(error)
    if (refusal === null) throw error
    if (refusal.code === 'already_posted') return (await answerOfFirst(deps, entry)) ?? refusal
    return refusal.code === 'period_closed' ? { ...refusal, field: 'receivedOn' } : refusal
  }
}

/** What is posted never changes, so that no stronger isolation is needed. */
function book(
  { deps, actor, entry }: { deps: Deps; actor: Actor; entry: EntryDraft },
  { details, supporterId }: Gift,
): Promise<Outcome<PostedEntry, 'instalment_unusable'>> {
  return inTransaction(
    deps.db,
    async (tx) => {
      if (details.instalmentId !== null && !(await isInstalmentOf(tx, details.instalmentId, supporterId))) {
        return fail('instalment_unusable', { field: 'instalmentId' })
      }
      const after = { entryDate: entry.entryDate, amountYen: amountOf(entry) }
      const audit = { action: 'ledger.post', subjectKind: 'journal_entry', subjectId: entry.id, after }
      const [posted] = await postEntries({ deps, actor, tx }, [{ entry, audit }])
      if (posted === undefined) throw new Error('the gift was not answered for')
      await writeDonation(tx, entry.id, details)
      await recordAuditEvent(deps, tx, { actor, action: 'donation.receive', subjectKind: 'donation', subjectId: entry.id, after: { ...details } })
      return succeed(posted)
    },
    { isolation: 'ReadCommitted' },
  )
}

interface FirstGift extends PostedEntry {
  readonly content: string
}

/** What a gift with that id was answered before; null when there is none yet. */
async function answerOfFirst({ db }: Deps, entry: EntryDraft): Promise<Outcome<PostedEntry, 'gift_posted_otherwise'> | null> {
  const { rows } = await db.pool.query<FirstGift>(
    `SELECT e.id, e.fiscal_year AS "fiscalYear", e.entry_number AS "entryNumber",
       concat_ws('|', e.entry_date, e.payer_id, string_agg(concat_ws(':', p.account_id, p.amount_yen, p.fund_id), '|' ORDER BY p.line_number)) AS content
     FROM journal_entry e JOIN posting p ON p.entry_id = e.id WHERE e.source_kind = 'donation' AND e.source_id = $1 GROUP BY e.id`,
    [entry.sourceId],
  )
  const [first] = rows
  if (first === undefined) return null
  const { content, ...posted } = first
  const about = `${formatFiscalYear(posted.fiscalYear)}の伝票${posted.entryNumber}番に`
  return content === contentOf(entry) ? succeed(posted) : fail('gift_posted_otherwise', { about })
}

/** The day, the giver and every posting, as the question above puts them. */
function contentOf({ entryDate, payerId, postings }: EntryDraft): string {
  const sides = postings.map(({ accountId, amountYen, fundId }) => [accountId, amountYen, ...(fundId === undefined ? [] : [fundId])].join(':'))
  return [entryDate, ...(payerId === undefined ? [] : [payerId]), ...sides].join('|')
}

/** What came in: the debit side. */
function amountOf({ postings }: EntryDraft): number {
  return sumYen(postings.flatMap(({ amountYen }) => (amountYen > 0 ? [amountYen] : [])))
}
