import { inTransaction } from '@sasaeai/db/in-transaction'
import { isUniqueViolation } from '@sasaeai/db/refusals'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { CopyCampaignsInput } from '@sasaeai/domain/community-chest/campaign/campaign-input'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import { missingReferenceOf } from '../../council/missing-reference.ts'
import { type TakenOverCampaigns, takeOverCampaigns } from '../../council/take-over-campaigns.ts'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

/** 前年度から写す. It may be repeated; the second time there is nothing to copy and nothing is noted. */
export async function copyCampaigns(
  deps: Deps,
  actor: Actor,
  { toYear, goals }: CopyCampaignsInput,
): Promise<Outcome<TakenOverCampaigns, 'campaigns_nothing_to_copy' | 'changed_meanwhile' | 'reference_gone' | 'year_not_open'>> {
  const fromYear = fiscalYear(toYear - 1)
  try {
    return await inTransaction(deps.db, async (tx) => {
      if ((await tx.campaign.count({ where: { fiscalYear: fromYear } })) === 0) {
        return fail('campaigns_nothing_to_copy', { about: formatFiscalYear(fromYear) })
      }
      const copied = await takeOverCampaigns(deps, tx, { from: fromYear, to: toYear, goals })
      if (copied.campaigns + copied.withGoals === 0) return succeed(copied)
      await recordAuditEvent(deps, tx, {
        actor,
        action: 'campaign.copy',
        subjectKind: 'campaign',
        subjectId: String(toYear),
        after: { fiscalYear: toYear, fromYear, copiedGoals: goals, ...copied },
      })
      return succeed(copied)
    })
  } catch (error) {
    if (isUniqueViolation(error)) return fail('changed_meanwhile')
    const missing = missingReferenceOf(error)
    if (missing === null) throw error
    return missing
  }
}
