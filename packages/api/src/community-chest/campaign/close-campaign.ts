import { inTransaction } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { sqlStateOf } from '@sasaeai/db/sql-state'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { CampaignId } from '@sasaeai/domain/ids'
import { formatYen, yen } from '@sasaeai/domain/money/yen'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { postedIsFinal } from '../../ledger/reverse-entry.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

/**
 * 締め: a drive whose money has been handed over to the yen takes no more entries. PostgreSQL locks the drive against
 * those who are posting and counts what is held after them, so this runs under READ COMMITTED, where it sees what they
 * did. Closing a closed drive changes nothing.
 */
export async function closeCampaign(
  deps: Deps,
  actor: Actor,
  { campaignId }: { readonly campaignId: CampaignId },
): Promise<Outcome<{ id: CampaignId }, 'row_gone' | 'campaign_holds_money'>> {
  const closedOn = localDateInTokyo(deps.now())
  try {
    return await inTransaction(deps.db, async (tx) => {
      const { count } = await tx.campaign.updateMany({
        where: { id: campaignId, closedOn: null },
        data: { closedOn: toDateColumn(closedOn) },
      })
      if (count === 1) await recordAuditEvent(deps, tx, { actor, action: 'campaign.close', ...subjectOf(campaignId), after: { closedOn } })
      else if ((await tx.campaign.count({ where: { id: campaignId } })) === 0) return fail('row_gone')
      return succeed({ id: campaignId })
    }, postedIsFinal)
  } catch (error) {
    if (sqlStateOf(error) !== 'SA009') throw error
    return fail('campaign_holds_money', aboutHeld(error))
  }
}

/** Opens a closed drive again, for a late slip or a correction. */
export function reopenCampaign(
  deps: Deps,
  actor: Actor,
  { campaignId }: { readonly campaignId: CampaignId },
): Promise<Outcome<{ id: CampaignId }, 'row_gone'>> {
  return inTransaction(deps.db, async (tx) => {
    const { count } = await tx.campaign.updateMany({ where: { id: campaignId, closedOn: { not: null } }, data: { closedOn: null } })
    if (count === 1) await recordAuditEvent(deps, tx, { actor, action: 'campaign.reopen', ...subjectOf(campaignId), after: { closedOn: null } })
    else if ((await tx.campaign.count({ where: { id: campaignId } })) === 0) return fail('row_gone')
    return succeed({ id: campaignId })
  }, postedIsFinal)
}

function subjectOf(campaignId: CampaignId) {
  return { subjectKind: 'campaign', subjectId: campaignId }
}

/** What is held stands in the sentence that the trigger raises; below zero when more was handed over than came in. */
function aboutHeld(error: unknown): { about?: string } {
  const text = error instanceof Error ? /still holds (-?\d+) yen/.exec(error.message)?.[1] : undefined
  if (text === undefined) return {}
  const held = Number(text)
  const amount = `${formatYen(yen(Math.abs(held)))}円`
  return { about: held > 0 ? `預り金が${amount}残っています。` : `送金と直接支払が受入れを${amount}超えています。` }
}
