import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import type { SaveCampaignMaterialsInput } from '@sasaeai/domain/community-chest/material/campaign-material-input'
import type { AreaId } from '@sasaeai/domain/ids'
import { succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import { materialChangedAt } from '../../area/material-changed-at.ts'
import { missingReferenceOf } from '../../council/missing-reference.ts'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

/** Writes down what areas were given for a drive and what came back: all that was typed in one statement, or none. */
export async function saveCampaignMaterials(
  deps: Deps,
  actor: Actor,
  input: SaveCampaignMaterialsInput,
): Promise<Outcome<{ saved: number }, 'material_changed_meanwhile' | 'reference_gone' | 'year_not_open'>> {
  const { campaignId, rows } = input
  try {
    return await inTransaction(deps.db, async (tx): Promise<Outcome<{ saved: number }, 'material_changed_meanwhile'>> => {
      const saved = new Set((await upsertMaterials(tx, input)).map(({ areaId, item }) => `${areaId}/${item}`))
      const refused = rows.find(({ areaId, item }) => !saved.has(`${areaId}/${item}`))
      if (refused !== undefined) return await materialChangedAt(tx, refused.areaId)
      const areas = new Set(rows.map(({ areaId }) => areaId)).size
      await recordAuditEvent(deps, tx, {
        actor,
        action: 'campaign_material.save',
        subjectKind: 'campaign_material',
        subjectId: campaignId,
        after: { campaignId, changed: areas, areas: rows.map(({ areaId, item, details }) => ({ areaId, item, ...details })) },
      })
      return succeed({ saved: areas })
    })
  } catch (error) {
    const missing = missingReferenceOf(error)
    if (missing === null) throw error
    return missing
  }
}

/** The trigger counts the revision up. */
function upsertMaterials(tx: Tx, { campaignId, rows }: SaveCampaignMaterialsInput): Promise<{ areaId: AreaId; item: string }[]> {
  const typed = JSON.stringify(rows.map(({ areaId, item, revision, details }) => ({ areaId, item, revision, ...details })))
  return tx.$queryRaw<{ areaId: AreaId; item: string }[]>`
    INSERT INTO campaign_material AS m (campaign_id, area_id, item, issued, returned, issued_on, returned_on)
      SELECT ${campaignId}::uuid, "areaId", item::material_item, issued, returned, "issuedOn", "returnedOn"
        FROM jsonb_to_recordset(${typed}::jsonb) AS t("areaId" uuid, item text, issued int, returned int, "issuedOn" date, "returnedOn" date)
      ON CONFLICT (campaign_id, area_id, item) DO UPDATE SET issued = excluded.issued, returned = excluded.returned,
        issued_on = excluded.issued_on, returned_on = excluded.returned_on
        WHERE m.revision = (SELECT (t ->> 'revision')::int FROM jsonb_array_elements(${typed}::jsonb) t
          WHERE (t ->> 'areaId')::uuid = m.area_id AND t ->> 'item' = m.item::text)
      RETURNING area_id AS "areaId", item::text AS item`
}
