import type { Tx } from '@sasaeai/db/in-transaction'
import type { AreaId } from '@sasaeai/domain/ids'
import type { FindAreas } from '@sasaeai/domain/supporter/import/read-supporter-line'
import type { RegisteredSupporter } from '@sasaeai/domain/supporter/import/plan-supporter-import'
import { normalizeForSearch } from '@sasaeai/domain/text/search-text'

const registeredColumns = `s.id AS "supporterId", s.number, s.revision, s.merged_into_id IS NOT NULL AS "isMerged", s.kind, s.name, s.kana, s.honorific,
  s.postal_code AS "postalCode", s.address, s.mailing_name AS "mailingName", s.mailing_postal_code AS "mailingPostalCode",
  s.mailing_address AS "mailingAddress", s.phone, s.email, s.area_id AS "areaId", s.attribute, s.acknowledgment,
  s.wants_mail AS "wantsMail", s.receipt_delivery AS "receiptDelivery", s.note`

/** Those in the register whom lines with these numbers and names may mean. */
export function readWhoMayBeMeant(tx: Tx, { numbers, names }: { numbers: readonly number[]; names: readonly string[] }): Promise<RegisteredSupporter[]> {
  return tx.$queryRawUnsafe<RegisteredSupporter[]>(
    `SELECT ${registeredColumns} FROM supporter s
     WHERE s.number IN (SELECT unnest($1::int[])) OR split_part(s.search_text, '|', 1) IN (SELECT unnest($2::text[])) ORDER BY s.number`,
    [...new Set(numbers)],
    [...new Set(names.map(normalizeForSearch))],
  )
}

/** Supporters with everything that a line may change, their rows locked until the end of the transaction. */
export function lockRegistered(tx: Tx, supporterIds: readonly string[]): Promise<RegisteredSupporter[]> {
  return tx.$queryRawUnsafe<RegisteredSupporter[]>(
    `SELECT ${registeredColumns} FROM supporter s WHERE s.id = ANY ($1::uuid[]) ORDER BY s.id FOR UPDATE`,
    supporterIds,
  )
}

export interface AreasForImport {
  readonly findAreas: FindAreas
  readonly areaName: (areaId: AreaId) => string
}

/** The areas in use, to be found by code or name. */
export async function readAreasForImport(tx: Tx): Promise<AreasForImport> {
  const areas = await tx.$queryRaw<{ areaId: AreaId; code: string; name: string; isClosed: boolean }[]>`
    SELECT id AS "areaId", code, name, closed_on IS NOT NULL AS "isClosed" FROM area ORDER BY code`
  const names = new Map(areas.map(({ areaId, name }) => [areaId, name]))
  const open = areas.filter(({ isClosed }) => !isClosed)
  const byCode = Map.groupBy(open, ({ code }) => normalizeForSearch(code))
  const byName = Map.groupBy(areas, ({ name }) => normalizeForSearch(name))
  return {
    findAreas: (cell) => {
      const wanted = normalizeForSearch(cell)
      const found = byCode.get(wanted) ?? byName.get(wanted) ?? []
      return found.map(({ areaId }) => areaId)
    },
    areaName: (areaId) => names.get(areaId) ?? '',
  }
}
