import { inTransaction } from '@sasaeai/db/in-transaction'
import type { IssueDuesMaterialsInput } from '@sasaeai/domain/membership-dues/material/dues-material-input'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { householdsOfYear, listDuesMaterials } from './dues-material-queries.ts'

/**
 * Gives every area as many envelopes or slips as it has households, and some to spare. What was written down already
 * stays as it is: so the act can be repeated when areas have been added. Answers how many areas were given something,
 * and how many have no households to count by.
 */
export async function issueDuesMaterials(
  deps: Deps,
  actor: Actor,
  input: IssueDuesMaterialsInput,
): Promise<Outcome<{ issued: number; withoutHouseholds: number }, 'material_households_missing'>> {
  const { fiscalYear, spare, issuedOn, withEnvelopes, withSlips } = input
  const areas = await listDuesMaterials(deps.db, fiscalYear)
  const counted = areas.filter(({ households }) => households !== null)
  if (counted.length === 0) return fail('material_households_missing')
  const issued = await inTransaction(deps.db, async (tx) => {
    const given = await tx.$executeRawUnsafe(
      issueSql,
      fiscalYear,
      spare,
      issuedOn,
      withEnvelopes,
      withSlips,
      counted.map(({ areaId }) => areaId),
    )
    if (given > 0) {
      await recordAuditEvent(deps, tx, {
        actor,
        action: 'dues_material.hand_out',
        subjectKind: 'dues_material',
        subjectId: String(fiscalYear),
        after: { fiscalYear, changed: given, spare, issuedOn, withEnvelopes, withSlips },
      })
    }
    return given
  })
  return succeed({ issued, withoutHouseholds: areas.length - counted.length })
}

const issueSql = `
  INSERT INTO dues_material AS m (fiscal_year, area_id, envelopes_issued, slips_issued, issued_on)
    SELECT $1::int, h.area_id, CASE WHEN $4::boolean THEN h.households + $2::int ELSE 0 END,
        CASE WHEN $5::boolean THEN h.households + $2::int ELSE 0 END, $3::date
      FROM ${householdsOfYear} h WHERE h.area_id = ANY($6::uuid[])
    ON CONFLICT (fiscal_year, area_id) DO UPDATE SET revision = m.revision + 1,
      envelopes_issued = CASE WHEN m.envelopes_issued = 0 THEN excluded.envelopes_issued ELSE m.envelopes_issued END,
      slips_issued = CASE WHEN m.slips_issued = 0 THEN excluded.slips_issued ELSE m.slips_issued END,
      issued_on = coalesce(m.issued_on, excluded.issued_on)
      WHERE m.envelopes_issued = 0 AND excluded.envelopes_issued > 0 OR m.slips_issued = 0 AND excluded.slips_issued > 0`
