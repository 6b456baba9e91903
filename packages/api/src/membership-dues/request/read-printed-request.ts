import type { HouseholdBasis } from '@sasaeai/domain/area/household-basis'
import { type FiscalYear, fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { AreaId, DuesRequestId } from '@sasaeai/domain/ids'
import type { DuesUnit } from '@sasaeai/domain/membership-dues/terms/dues-unit'
import { type Yen, yen } from '@sasaeai/domain/money/yen'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../../deps.ts'

/** A request and the year's terms of its kind, as papers need them. */
export interface PrintedRequest {
  readonly requestId: DuesRequestId
  readonly fiscalYear: FiscalYear
  readonly kindCode: string
  readonly kindName: string
  readonly isFixed: boolean
  readonly householdBasis: HouseholdBasis
  /** 目安; null where the year has no terms any more. */
  readonly terms: { readonly unit: DuesUnit; readonly unitYen: Yen | null; readonly firstMonth: number; readonly lastMonth: number } | null
}

/** Reads a request; null when there is none of that id. */
export async function readPrintedRequest({ db }: Deps, requestId: DuesRequestId): Promise<PrintedRequest | null> {
  const row = await db.prisma.duesRequest.findUnique({
    where: { id: requestId },
    include: { duesKind: { include: { terms: true } } },
  })
  if (row === null) return null
  const terms = row.duesKind.terms.find((each) => each.fiscalYear === row.fiscalYear)
  return {
    requestId,
    fiscalYear: fiscalYear(row.fiscalYear),
    kindCode: row.duesKind.code,
    kindName: row.duesKind.name,
    isFixed: row.status === 'fixed',
    householdBasis: row.householdBasis,
    terms: terms === undefined ? null : { ...terms, unitYen: terms.unitYen === null ? null : yen(Number(terms.unitYen)) },
  }
}

/** What papers of a request are called; only a fixed one has 納入番号, and amounts that will stay. */
export async function titleOfRequest(
  deps: Deps,
  requestId: DuesRequestId,
  words: string,
): Promise<Outcome<string, 'document_subject_gone' | 'document_not_ready'>> {
  const request = await readPrintedRequest(deps, requestId)
  if (request === null) return fail('document_subject_gone')
  if (!request.isFixed) return fail('document_not_ready', { about: '納入のお願いがまだ確定していません。内容を確かめて確定してから作成してください。' })
  return succeed(`${formatFiscalYear(request.fiscalYear)} ${request.kindName} ${words}`)
}

/** One 自治会 that a request asks. */
export interface AskedAssociation {
  readonly areaId: AreaId
  readonly code: string
  readonly name: string
  /** The area above it, or empty below the root. */
  readonly districtName: string
  readonly households: number | null
  /** In yen. */
  readonly expectedYen: number
  readonly slipNumber: number | null
}

/** The associations of a request in the order of their codes: all of them, or those at and below one area. */
export async function readAskedAssociations({ db }: Deps, requestId: DuesRequestId, within?: AreaId): Promise<AskedAssociation[]> {
  const { rows } = await db.pool.query<AskedAssociation>(
    `WITH RECURSIVE inside AS (
       SELECT id FROM area WHERE id = $2 UNION ALL SELECT a.id FROM area a JOIN inside i ON a.parent_id = i.id)
     SELECT a.id AS "areaId", a.code, a.name, CASE WHEN p.parent_id IS NULL THEN '' ELSE p.name END AS "districtName",
       e.households, e.expected_yen AS "expectedYen", e.slip_number AS "slipNumber"
     FROM dues_expectation e JOIN area a ON a.id = e.area_id LEFT JOIN area p ON p.id = a.parent_id
     WHERE e.request_id = $1 AND e.membership_id IS NULL AND ($2::uuid IS NULL OR a.id IN (SELECT id FROM inside))
     ORDER BY a.code`,
    [requestId, within ?? null],
  )
  return rows
}
