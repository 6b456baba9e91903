import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import type { AreaId } from '@sasaeai/domain/ids'
import type { SaveDuesMaterialsInput } from '@sasaeai/domain/membership-dues/material/dues-material-input'
import { succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import { materialChangedAt } from '../../area/material-changed-at.ts'
import { missingReferenceOf } from '../../council/missing-reference.ts'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

/** Writes down what areas were given and what came back: all typed rows in one statement, or none. */
export async function saveDuesMaterials(
  deps: Deps,
  actor: Actor,
  input: SaveDuesMaterialsInput,
): Promise<Outcome<{ saved: number }, 'material_changed_meanwhile' | 'reference_gone' | 'year_not_open'>> {
  const { fiscalYear, rows } = input
  try {
    return await inTransaction(deps.db, async (tx): Promise<Outcome<{ saved: number }, 'material_changed_meanwhile'>> => {
      const saved = new Set(await upsertMaterials(tx, input))
      const refused = rows.find(({ areaId }) => !saved.has(areaId))
      if (refused !== undefined) return await materialChangedAt(tx, refused.areaId)
      await recordAuditEvent(deps, tx, {
        actor,
        action: 'dues_material.save',
        subjectKind: 'dues_material',
        subjectId: String(fiscalYear),
        after: { fiscalYear, changed: rows.length, areas: rows.map(({ areaId, details }) => ({ areaId, ...details })) },
      })
      return succeed({ saved: rows.length })
    })
  } catch (error) {
    const missing = missingReferenceOf(error)
    if (missing === null) throw error
    return missing
  }
}

async function upsertMaterials(tx: Tx, { fiscalYear, rows }: SaveDuesMaterialsInput): Promise<AreaId[]> {
  const typed = JSON.stringify(rows.map(({ areaId, revision, details }) => ({ areaId, revision, ...details })))
  const saved = await tx.$queryRaw<{ areaId: AreaId }[]>`
    INSERT INTO dues_material AS m (fiscal_year, area_id, envelopes_issued, envelopes_returned, slips_issued, slips_returned,
        issued_on, returned_on, note)
      SELECT ${fiscalYear}::int, "areaId", "envelopesIssued", "envelopesReturned", "slipsIssued", "slipsReturned", "issuedOn",
          "returnedOn", note
        FROM jsonb_to_recordset(${typed}::jsonb) AS t("areaId" uuid, "envelopesIssued" int, "envelopesReturned" int,
          "slipsIssued" int, "slipsReturned" int, "issuedOn" date, "returnedOn" date, note text)
      ON CONFLICT (fiscal_year, area_id) DO UPDATE SET envelopes_issued = excluded.envelopes_issued,
        envelopes_returned = excluded.envelopes_returned, slips_issued = excluded.slips_issued,
        slips_returned = excluded.slips_returned, issued_on = excluded.issued_on, returned_on = excluded.returned_on,
        note = excluded.note, revision = m.revision + 1
        WHERE m.revision = (SELECT (t ->> 'revision')::int FROM jsonb_array_elements(${typed}::jsonb) t
          WHERE (t ->> 'areaId')::uuid = m.area_id)
      RETURNING area_id AS "areaId"`
  return saved.map(({ areaId }) => areaId)
}
