import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import type { PutBackGoalsInput } from '@sasaeai/domain/community-chest/goal/goal-input'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import { orMissingReference } from '../../council/missing-reference.ts'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { takeTurn, totalOf, writeCells } from './save-goals.ts'

/** 元に戻す: the goals as they stood before the last saving, if nobody has changed any since; all of them or none. */
export async function putBackGoals(
  deps: Deps,
  actor: Actor,
  input: PutBackGoalsInput,
): Promise<Outcome<{ readonly goalRevision: number }, 'goals_not_put_back' | 'reference_gone' | 'year_not_open'>> {
  const { campaignId, goalRevision, cells, goal } = input
  return orMissingReference(
    inTransaction(deps.db, async (tx) => {
      if (!(await mayPutBack(tx, input)) || !(await takeTurn(tx, input))) return fail('goals_not_put_back')
      const before = await totalOf(tx, campaignId)
      await writeCells(tx, input)
      if (goal !== null) await tx.campaign.update({ where: { id: campaignId }, data: { goalYen: goal.toYen === null ? null : BigInt(goal.toYen) } })
      await recordAuditEvent(deps, tx, {
        actor,
        action: 'campaign.put_back_goals',
        subjectKind: 'campaign',
        subjectId: campaignId,
        before: { totalYen: before, ...(goal === null ? {} : { goalYen: goal.fromYen }) },
        after: { totalYen: await totalOf(tx, campaignId), changed: cells.length, ...(goal === null ? {} : { goalYen: goal.toYen }) },
      })
      return succeed({ goalRevision: goalRevision + 1 })
    }),
  )
}

/** The goal of the drive is also changed by its own form, which counts another revision; what was published has a goal. */
async function mayPutBack(tx: Tx, { campaignId, goal }: PutBackGoalsInput): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ goalYen: bigint | null; isPublished: boolean }[]>`
    SELECT goal_yen AS "goalYen", goal_published_on IS NOT NULL AS "isPublished" FROM campaign WHERE id = ${campaignId}::uuid FOR NO KEY UPDATE`
  if (row === undefined) return false
  return goal === null || (row.goalYen === BigInt(goal.fromYen) && (goal.toYen !== null || !row.isPublished))
}
