import { inTransaction } from '@sasaeai/db/in-transaction'
import type { IssueCampaignMaterialsInput } from '@sasaeai/domain/community-chest/material/campaign-material-input'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { campaignMaterials } from './campaign-material-queries.ts'

/**
 * Gives every area as many of the items as it has households and some to spare, or the same number each. What was written
 * down already stays as it is: so the act can be repeated when areas have been added. Answers how many areas were given
 * something, and how many have no households to count by.
 */
export async function issueCampaignMaterials(
  deps: Deps,
  actor: Actor,
  { campaignId, items, byHouseholds, spare, issuedOn }: IssueCampaignMaterialsInput,
): Promise<Outcome<{ issued: number; withoutHouseholds: number }, 'material_households_missing' | 'row_gone'>> {
  const sheet = await campaignMaterials(deps, campaignId)
  if (sheet === null) return fail('row_gone')
  const counted = byHouseholds ? sheet.rows.filter(({ households }) => households !== null) : sheet.rows
  if (counted.length === 0) return fail('material_households_missing')
  const given = counted.map(({ areaId, households }) => ({ areaId, issued: (byHouseholds ? (households ?? 0) : 0) + spare })).filter(({ issued }) => issued > 0)
  return inTransaction(deps.db, async (tx) => {
    const written = await tx.$queryRaw<{ areaId: string }[]>`
      INSERT INTO campaign_material AS m (campaign_id, area_id, item, issued, issued_on)
        SELECT ${campaignId}::uuid, t."areaId", i::material_item, t.issued, ${issuedOn}::date
          FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS t("areaId" uuid, issued int), unnest(${items}::text[]) i
        ON CONFLICT (campaign_id, area_id, item) DO UPDATE SET issued = excluded.issued, issued_on = coalesce(m.issued_on, excluded.issued_on)
          WHERE m.issued = 0
        RETURNING area_id AS "areaId"`
    const issued = new Set(written.map(({ areaId }) => areaId)).size
    if (issued > 0) {
      await recordAuditEvent(deps, tx, {
        actor,
        action: 'campaign_material.hand_out',
        subjectKind: 'campaign_material',
        subjectId: campaignId,
        after: { campaignId, changed: issued, items, byHouseholds, spare, issuedOn },
      })
    }
    return succeed({ issued, withoutHouseholds: sheet.rows.length - counted.length })
  })
}
