import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { id, type ShareBackRunId } from '@sasaeai/domain/ids'
import { payableYen, type ShareBackLine } from '@sasaeai/domain/membership-dues/share-back/share-back'
import type { CalculateShareBackInput } from '@sasaeai/domain/membership-dues/share-back/share-back-input'
import { sumYen } from '@sasaeai/domain/money/yen'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import { orMissingReference } from '../../council/missing-reference.ts'
import type { Actor, Deps } from '../../deps.ts'
import { askingWithin } from '../../ledger/asking.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { readShareBack, type ShareBackProblem } from './read-share-back.ts'

type CalculateFailure = ShareBackProblem | 'share_back_nothing_shared' | 'reference_gone' | 'year_not_open'

/**
 * Calculates share-back of a year up to a day: writes the year's one draft, or writes it anew. It can be repeated as
 * often as one likes; nothing is booked.
 */
export async function calculateShareBack(
  deps: Deps,
  actor: Actor,
  input: CalculateShareBackInput,
): Promise<Outcome<{ runId: ShareBackRunId }, CalculateFailure>> {
  return orMissingReference(
    inTransaction(deps.db, async (tx) => {
      const read = await readShareBack(askingWithin(tx), input)
      if (!read.ok) return read
      const { lines } = read.value.shareBack
      if (lines.length === 0) return fail('share_back_nothing_shared', { field: 'cutOffOn' })
      const { runId, sequence } = await openDraft(tx, input, { runId: id(deps.newId()), at: deps.now(), actor })
      await tx.shareBackLine.deleteMany({ where: { runId } })
      await writeLines(tx, runId, lines)
      const byPayee = [...Map.groupBy(lines, ({ areaId }) => areaId).values()]
      await recordAuditEvent(deps, tx, {
        actor,
        action: 'share_back_run.calculate',
        subjectKind: 'share_back_run',
        subjectId: runId,
        after: { ...input, sequence, payees: byPayee.length, totalYen: sumYen(byPayee.map(payableYen)) },
      })
      return succeed({ runId })
    }),
  )
}

interface Calculating {
  readonly runId: ShareBackRunId
  readonly at: Date
  readonly actor: Actor
}

/** The year's draft: a new one under the next number, or the one that is there, which counts up its revision. */
async function openDraft(
  tx: Tx,
  { fiscalYear, cutOffOn }: CalculateShareBackInput,
  { runId, at, actor }: Calculating,
): Promise<{ runId: ShareBackRunId; sequence: number }> {
  const [draft] = await tx.$queryRaw<{ runId: ShareBackRunId; sequence: number }[]>`
    INSERT INTO share_back_run AS r (id, fiscal_year, sequence, cut_off_on, created_at, created_by_id)
      SELECT ${runId}::uuid, ${fiscalYear}::int, coalesce(max(b.sequence), 0) + 1, ${cutOffOn}::date, ${at}::timestamptz, ${actor.userId}::uuid
        FROM share_back_run b WHERE b.fiscal_year = ${fiscalYear}::int AND b.status = 'posted'
    ON CONFLICT (fiscal_year) WHERE status = 'draft' DO UPDATE SET cut_off_on = excluded.cut_off_on,
      created_at = excluded.created_at, created_by_id = excluded.created_by_id, revision = r.revision + 1
    RETURNING r.id AS "runId", r.sequence`
  if (draft === undefined) throw new Error('the draft of share-back was not answered for')
  return draft
}

function writeLines(tx: Tx, runId: ShareBackRunId, lines: readonly ShareBackLine[]): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO share_back_line (run_id, area_id, dues_kind_id, received_yen, earned_yen, already_yen, parts)
      SELECT ${runId}::uuid, l."areaId", l."duesKindId", l."receivedYen", l."earnedYen", l."alreadyYen", l.parts
        FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS l("areaId" uuid, "duesKindId" uuid, "receivedYen" bigint,
          "earnedYen" bigint, "alreadyYen" bigint, parts jsonb)`
}
