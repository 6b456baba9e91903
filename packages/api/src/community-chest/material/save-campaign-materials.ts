import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import type { SaveCampaignMaterialsInput } from '@sasaeai/domain/community-chest/material/campaign-material-input'
import type { AreaId } from '@sasaeai/domain/ids'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import { missingReferenceOf } from '../../council/missing-reference.ts'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

/** Somebody else has changed one of the areas: everything goes back, and the person is told which. */
class MaterialChanged extends Error {
  readonly areaId: AreaId
  constructor(areaId: AreaId) {
    super('a row was changed since it was opened')
    this.areaId = areaId
  }
}

/** Writes down what areas were given for a drive and what came back: all that was typed in one statement, or none. */
export async function saveCampaignMaterials(
  deps: Deps,
  actor: Actor,
  input: SaveCampaignMaterialsInput,
): Promise<Outcome<{ saved: number }, 'material_changed_meanwhile' | 'reference_gone' | 'year_not_open'>> {
  const { campaignId, rows } = input
  try {
    return await inTransaction(deps.db, async (tx) => {
      const saved = new Set((await upsertMaterials(tx, input)).map(({ areaId, item }) => `${areaId}/${item}`))
      const refused = rows.find(({ areaId, item }) => !saved.has(`${areaId}/${item}`))
      if (refused !== undefined) throw new MaterialChanged(refused.areaId)
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
    if (error instanceof MaterialChanged) {
      const area = await deps.db.prisma.area.findUnique({ where: { id: error.areaId }, select: { name: true } })
      return fail('material_changed_meanwhile', area === null ? {} : { about: area.name })
    }
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
