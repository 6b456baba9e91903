import { inTransaction } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { isUniqueViolation } from '@sasaeai/db/refusals'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { publicationOf } from '@sasaeai/domain/community-chest/result/publication'
import type { PublishResultInput, WithdrawPublicationInput } from '@sasaeai/domain/community-chest/result/publication-input'
import { type CampaignPublicationId, id } from '@sasaeai/domain/ids'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { readVersions } from '../../ledger/read-ground-data.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { readCampaignResult } from './campaign-result-query.ts'
import { readResultGround } from './read-result-ground.ts'

type PublishFailure = 'row_gone' | 'already_published' | 'publication_of_other_body' | 'publication_in_future'

/** 公表: freezes the result of a drive as it is up to the day. PostgreSQL keeps one publication of a drive at a time. */
export async function publishResult(
  deps: Deps,
  actor: Actor,
  { campaignId, publishedOn }: PublishResultInput,
): Promise<Outcome<{ publicationId: CampaignPublicationId }, PublishFailure>> {
  const { ground } = await readVersions(deps.db)
  const { campaigns, rules } = await readResultGround(deps.db, ground)
  const campaign = campaigns.find((each) => each.campaignId === campaignId)
  if (campaign === undefined) return fail('row_gone')
  if (campaign.drive === 'other') return fail('publication_of_other_body')
  if (publishedOn > localDateInTokyo(deps.now())) return fail('publication_in_future', { field: 'publishedOn' })
  const result = await readCampaignResult(deps, { fiscalYear: campaign.fiscalYear, campaignId, until: publishedOn, years: 1 })
  const content = publicationOf(campaign, result, { prefecturalBody: rules.prefecturalBody, branch: rules.branchName })
  const publicationId = id<'CampaignPublicationId'>(deps.newId())
  try {
    return await inTransaction(deps.db, async (tx) => {
      await tx.campaignPublication.create({
        data: { id: publicationId, campaignId, publishedOn: toDateColumn(publishedOn), content, publishedAt: deps.now(), publishedById: actor.userId },
      })
      const { collectedYen, goalYen } = content
      const after = { name: campaign.name, publishedOn, collectedYen, goalYen }
      await recordAuditEvent(deps, tx, { actor, action: 'campaign_publication.publish', subjectKind: 'campaign_publication', subjectId: publicationId, after })
      return succeed({ publicationId })
    })
  } catch (error) {
    if (isUniqueViolation(error)) return fail('already_published')
    throw error
  }
}

/** 取り下げ: takes a publication back, for a reason; it stays on record. */
export function withdrawPublication(
  deps: Deps,
  actor: Actor,
  { publicationId, reason }: WithdrawPublicationInput,
): Promise<Outcome<null, 'publication_withdrawn'>> {
  return inTransaction(deps.db, async (tx) => {
    const { count } = await tx.campaignPublication.updateMany({
      where: { id: publicationId, withdrawnAt: null },
      data: { withdrawnAt: deps.now() },
    })
    if (count === 0) return fail('publication_withdrawn')
    await recordAuditEvent(deps, tx, { actor, action: 'campaign_publication.withdraw', subjectKind: 'campaign_publication', subjectId: publicationId, reason })
    return succeed(null)
  })
}
