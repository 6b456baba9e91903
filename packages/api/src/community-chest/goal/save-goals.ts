import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { SaveGoalsInput } from '@sasaeai/domain/community-chest/goal/goal-input'
import type { Yen } from '@sasaeai/domain/money/yen'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import { orMissingReference } from '../../council/missing-reference.ts'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

export interface SavedGoals {
  readonly goalRevision: number
  /** What the goals of all areas come to. */
  readonly totalYen: Yen
  /** 目標額 of the drive as it stood until the sum took its place; null where it was left alone. */
  readonly replacedGoal: { readonly yen: Yen | null } | null
}

/** So many cells are named one by one in the audit trail; beyond, their number and the sum must do. */
const mostNamedCells = 200

/** Writes the typed goals, all in one statement, if nobody else has saved any since they were shown. */
export async function saveGoals(
  deps: Deps,
  actor: Actor,
  input: SaveGoalsInput,
): Promise<Outcome<SavedGoals, 'row_gone' | 'goals_changed_meanwhile' | 'reference_gone' | 'year_not_open'>> {
  const { campaignId, goalRevision, cells, takesSum } = input
  return orMissingReference(
    inTransaction(deps.db, async (tx) => {
      if (!(await takeTurn(tx, input))) return fail((await tx.campaign.count({ where: { id: campaignId } })) === 0 ? 'row_gone' : 'goals_changed_meanwhile')
      const before = await totalOf(tx, campaignId)
      await writeCells(tx, input)
      const totalYen = await totalOf(tx, campaignId)
      const replacedGoal = takesSum ? { yen: await replaceGoal(tx, campaignId, totalYen) } : null
      await recordAuditEvent(deps, tx, {
        actor,
        action: 'campaign.save_goals',
        subjectKind: 'campaign',
        subjectId: campaignId,
        before: { totalYen: before },
        after: {
          totalYen,
          changed: cells.length,
          ...(takesSum ? { goalYen: totalYen } : {}),
          ...(cells.length > mostNamedCells ? {} : { goals: cells }),
        },
      })
      return succeed({ goalRevision: goalRevision + 1, totalYen, replacedGoal })
    }),
  )
}

/** Counts the goals' revision up, if it is the one that was shown; the row then stays locked to the end. */
export async function takeTurn(tx: Tx, { campaignId, goalRevision }: Pick<SaveGoalsInput, 'campaignId' | 'goalRevision'>): Promise<boolean> {
  const { count } = await tx.campaign.updateMany({ where: { id: campaignId, goalRevision }, data: { goalRevision: { increment: 1 } } })
  return count > 0
}

/** Answers the goal that stood until now. */
async function replaceGoal(tx: Tx, campaignId: string, goalYen: Yen): Promise<Yen | null> {
  const { goalYen: before } = await tx.campaign.findUniqueOrThrow({ where: { id: campaignId }, select: { goalYen: true } })
  await tx.campaign.update({ where: { id: campaignId }, data: { goalYen: BigInt(goalYen) } })
  return before === null ? null : yenFromColumn(before)
}

export async function totalOf(tx: Tx, campaignId: string): Promise<Yen> {
  const { _sum } = await tx.campaignGoal.aggregate({ where: { campaignId }, _sum: { targetYen: true } })
  return yenFromColumn(_sum.targetYen ?? 0n)
}

/** An emptied cell is a goal taken away, not a goal of nothing. */
export async function writeCells(tx: Tx, { campaignId, cells }: Pick<SaveGoalsInput, 'campaignId' | 'cells'>): Promise<void> {
  if (cells.length === 0) return
  await tx.$executeRaw`
    WITH typed AS (
      SELECT * FROM unnest(${cells.map(({ areaId }) => areaId)}::uuid[], ${cells.map(({ methodId }) => methodId)}::uuid[],
        ${cells.map(({ targetYen }) => BigInt(targetYen))}::bigint[]) AS t(area_id, method_id, yen)
    ), emptied AS (
      DELETE FROM campaign_goal g USING typed t
        WHERE g.campaign_id = ${campaignId}::uuid AND g.area_id = t.area_id AND g.collection_method_id = t.method_id AND t.yen = 0
    )
    INSERT INTO campaign_goal (campaign_id, area_id, collection_method_id, target_yen)
      SELECT ${campaignId}::uuid, area_id, method_id, yen FROM typed WHERE yen > 0
      ON CONFLICT (campaign_id, area_id, collection_method_id) DO UPDATE SET target_yen = excluded.target_yen`
}
