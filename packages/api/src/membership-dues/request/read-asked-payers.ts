import type { DuesRequestId } from '@sasaeai/domain/ids'
import type { SupporterKind } from '@sasaeai/domain/supporter/supporter-kind'
import type { Deps } from '../../deps.ts'
import { postalAddressOf } from '../../supporter/postal-address-sql.ts'

/** One payer of a request with where letters go: a member, or an association, which has no address of its own. */
export interface AskedPayer {
  readonly name: string
  /** Null for an association. */
  readonly supporterKind: SupporterKind | null
  /** 敬称 chosen for the supporter; empty for that of the kind. */
  readonly honorific: string
  readonly supporterNumber: number | null
  readonly areaCode: string | null
  readonly postalCode: string
  readonly address: string
  readonly households: number | null
  readonly units: number | null
  /** In yen. */
  readonly expectedYen: number
  readonly slipNumber: number | null
}

/**
 * Who has a line of their own in a request: not the households named within an association's line. In the order of
 * their 納入番号.
 */
export async function readAskedPayers({ db }: Deps, requestId: DuesRequestId): Promise<AskedPayer[]> {
  const post = postalAddressOf('s')
  const { rows } = await db.pool.query<AskedPayer>(
    `SELECT coalesce(${post.name}, a.name) AS name, s.kind AS "supporterKind", coalesce(s.honorific, '') AS honorific, s.number AS "supporterNumber", a.code AS "areaCode",
       coalesce(${post.postalCode}, '') AS "postalCode", coalesce(${post.address}, '') AS address,
       e.households, e.units, e.expected_yen AS "expectedYen", e.slip_number AS "slipNumber"
     FROM dues_expectation e LEFT JOIN membership m ON m.id = e.membership_id LEFT JOIN supporter s ON s.id = m.supporter_id
       LEFT JOIN area a ON a.id = e.area_id
     WHERE e.request_id = $1 AND NOT e.is_within_area
     ORDER BY e.slip_number, coalesce(s.kana, a.code), e.payer_key`,
    [requestId],
  )
  return rows
}
