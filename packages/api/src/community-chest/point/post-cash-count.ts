import { inTransaction } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { amountOfPieces, areSamePieces, type CashPieces } from '@sasaeai/domain/community-chest/point/cash-pieces'
import { cashPiecesSchema, type PostCashCountInput } from '@sasaeai/domain/community-chest/point/cash-count-input'
import { contributionOfCount, type CountedPoint } from '@sasaeai/domain/community-chest/point/contribution-of-count'
import { id } from '@sasaeai/domain/ids'
import { type Contribution, type ContributionProblem, problemOfContribution } from '@sasaeai/domain/ledger/contribution'
import { entryOfContribution } from '@sasaeai/domain/ledger/entry-of-contribution'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { type LedgerRefusal, ledgerRefusalOf } from '../../ledger/ledger-refusal.ts'
import { postEntries, type PostedEntry } from '../../ledger/post-entries.ts'
import { readGroundData } from '../../ledger/read-ground-data.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

type CountFailure = ContributionProblem | LedgerRefusal | 'collection_point_unusable' | 'cash_count_posted_otherwise'

/**
 * 金種計数: books what was counted out of a box or after a street collection, with its pieces and its place. A count that
 * is sent again is answered with the entry that it became the first time; another one under the same id is refused.
 */
export async function postCashCount(deps: Deps, actor: Actor, input: PostCashCountInput): Promise<Outcome<PostedEntry, CountFailure>> {
  const first = await answerOfFirst(deps, input)
  if (first !== null) return first
  const point = input.pointId === null ? null : await readPoint(deps, input)
  if (point === 'unusable') return fail('collection_point_unusable', { field: 'pointId' })
  const ground = await readGroundData(deps.db)
  const contribution = contributionOfCount(input, point)
  const problem = problemOfContribution(contribution, ground)
  if (problem !== null) return fail(problem.code, { field: problem.field === 'entryDate' ? 'countedOn' : problem.field })
  try {
    return succeed(await book({ deps, actor, ground, contribution }, input))
  } catch (error) {
    const refusal = ledgerRefusalOf(error)
    if (refusal === null) throw error
    if (refusal.code === 'already_posted') return (await answerOfFirst(deps, input)) ?? refusal
    return refusal.code === 'period_closed' ? { ...refusal, field: 'countedOn' } : refusal
  }
}

interface Booking {
  readonly deps: Deps
  readonly actor: Actor
  readonly ground: GroundData
  readonly contribution: Contribution
}

/** Entry, count and place in one transaction; what is posted never changes, so that no stronger isolation is needed. */
function book({ deps, actor, ground, contribution }: Booking, input: PostCashCountInput): Promise<PostedEntry> {
  const { countId, campaignId, collectionMethodId, countedOn, pieces, pointId } = input
  const countedBy = input.countedBy.join('、')
  const amountYen = amountOfPieces(pieces)
  const entry = entryOfContribution(contribution, ground, {
    id: id(deps.newId()), sourceKind: 'cash_count', sourceId: countId, postedById: actor.userId,
  })
  return inTransaction(
    deps.db,
    async (tx) => {
      const audit = { action: 'ledger.post', subjectKind: 'journal_entry', subjectId: entry.id, after: { entryDate: countedOn, amountYen } }
      const [posted] = await postEntries({ deps, actor, tx }, [{ entry, audit }])
      if (posted === undefined) throw new Error('the count was not answered for')
      await tx.cashCount.create({
        data: {
          id: countId, campaignId, collectionMethodId, countedOn: toDateColumn(countedOn), pieces, countedBy, amountYen: BigInt(amountYen), entryId: entry.id,
        },
      })
      if (pointId !== null) await tx.collectionPointEntry.create({ data: { entryId: entry.id, pointId } })
      await recordAuditEvent(deps, tx, {
        actor,
        action: 'cash_count.post',
        subjectKind: 'cash_count',
        subjectId: countId,
        after: { countedOn, amountYen, countedBy, pieces: piecesInWords(pieces) },
      })
      return posted
    },
    { isolation: 'ReadCommitted' },
  )
}

async function readPoint({ db }: Deps, { pointId, campaignId }: PostCashCountInput): Promise<CountedPoint | 'unusable'> {
  const { rows } = await db.pool.query<CountedPoint>(
    `SELECT kind, name, supporter_id AS "supporterId" FROM collection_point
     WHERE id = $1 AND closed_on IS NULL AND (campaign_id IS NULL OR campaign_id = $2)`,
    [pointId, campaignId],
  )
  return rows[0] ?? 'unusable'
}

interface FirstCount extends PostedEntry {
  readonly campaignId: string
  readonly collectionMethodId: string
  readonly pointId: string | null
  readonly pieces: unknown
}

/** What a count with that id was answered before; null when there is none yet. */
async function answerOfFirst({ db }: Deps, input: PostCashCountInput): Promise<Outcome<PostedEntry, 'cash_count_posted_otherwise'> | null> {
  const { rows } = await db.pool.query<FirstCount>(
    `SELECT e.id, e.fiscal_year AS "fiscalYear", e.entry_number AS "entryNumber", c.campaign_id AS "campaignId",
        c.collection_method_id AS "collectionMethodId", c.pieces, l.point_id AS "pointId"
      FROM cash_count c JOIN journal_entry e ON e.id = c.entry_id LEFT JOIN collection_point_entry l ON l.entry_id = e.id WHERE c.id = $1`,
    [input.countId],
  )
  const [first] = rows
  if (first === undefined) return null
  const { campaignId, collectionMethodId, pointId, pieces, ...posted } = first
  const isSame =
    campaignId === input.campaignId && collectionMethodId === input.collectionMethodId && pointId === input.pointId &&
    areSamePieces(cashPiecesSchema.parse(pieces), input.pieces)
  return isSame ? succeed(posted) : fail('cash_count_posted_otherwise', { about: `伝票${posted.entryNumber}番` })
}

/** As the audit log tells it: 500円×31 100円×12 */
function piecesInWords(pieces: CashPieces): string {
  return Object.entries(pieces).toReversed().flatMap(([kind, number]) => (number ? [`${kind}円×${number}`] : [])).join(' ')
}
