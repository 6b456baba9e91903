import { fromNullableDateColumn } from '@sasaeai/db/local-date-column'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import { type FiscalYear, fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { type AreaId, type AreaTypeId, type DuesKindId, id, type LedgerAccountId } from '@sasaeai/domain/ids'
import type { DuesTermsDetails } from '@sasaeai/domain/membership-dues/terms/dues-terms-input'
import type { DuesTermsUse } from '@sasaeai/domain/membership-dues/terms/terms-change'
import type { Deps } from '../../deps.ts'
import { readTermsUse } from './read-terms-use.ts'

export interface ListedDuesTerms extends DuesTermsDetails {
  readonly revision: number
}

/** A kind of membership with what a year asks of it, and what the year before did. */
export interface DuesKindOfYear {
  readonly id: DuesKindId
  readonly code: string
  readonly name: string
  readonly revision: number
  readonly closedOn: LocalDate | null
  readonly terms: ListedDuesTerms | null
  readonly lastYear: ListedDuesTerms | null
  readonly use: DuesTermsUse
}

export interface DuesTermsOfYear {
  readonly kinds: readonly DuesKindOfYear[]
  /** The year that terms are best taken over from: the last before this one that has any, or else the first after. */
  readonly copyFrom: FiscalYear | null
  /** How many kinds in use that year has terms for and this one has not. */
  readonly copyable: number
}

/** Every kind, closed ones included, with its terms of the year. */
export async function listDuesTerms({ db: { prisma } }: Deps, year: FiscalYear): Promise<DuesTermsOfYear> {
  const [rows, uses] = await Promise.all([
    prisma.duesKind.findMany({ orderBy: { code: 'asc' }, include: { terms: true } }),
    readTermsUse(prisma, year),
  ])
  const useOf = new Map<string, DuesTermsUse>(uses.map(({ duesKindId, ...use }) => [duesKindId, use]))
  const kinds = rows.map(({ terms, closedOn, ...kind }): DuesKindOfYear => {
    const use = useOf.get(kind.id)
    if (use === undefined) throw new Error(`no use was read of the kind ${kind.id}`)
    const ofYear = (wanted: number) => terms.find((each) => each.fiscalYear === wanted)
    return {
      ...kind,
      id: id(kind.id),
      closedOn: fromNullableDateColumn(closedOn),
      terms: listedTerms(ofYear(year)),
      lastYear: listedTerms(ofYear(year - 1)),
      use,
    }
  })
  const copyFrom = yearToCopyFrom(rows.flatMap(({ terms }) => terms.map((each) => each.fiscalYear)), year)
  const copyable = rows.filter(({ terms, closedOn }) => {
    const years = terms.map((each) => each.fiscalYear)
    return closedOn === null && copyFrom !== null && years.includes(copyFrom) && !years.includes(year)
  })
  return { kinds, copyFrom, copyable: copyable.length }
}

function yearToCopyFrom(years: readonly number[], year: FiscalYear): FiscalYear | null {
  const before = years.filter((each) => each < year)
  const after = years.filter((each) => each > year)
  if (before.length > 0) return fiscalYear(Math.max(...before))
  return after.length > 0 ? fiscalYear(Math.min(...after)) : null
}

type TermsColumns = Omit<ListedDuesTerms, 'unitYen'> & { readonly unitYen: bigint | null }

/** The terms as they are shown and edited; null where the year has none. */
function listedTerms(row: TermsColumns | undefined): ListedDuesTerms | null {
  if (row === undefined) return null
  return { ...detailsOfTerms(row), revision: row.revision }
}

/** What the form of terms edits, out of their row. */
export function detailsOfTerms(row: Omit<TermsColumns, 'revision'>): DuesTermsDetails {
  const { unit, unitYen, payer, firstMonth, lastMonth, shareBackBasisPoints, isDeductible, benefits } = row
  const amount = unitYen === null ? null : yenFromColumn(unitYen)
  return { unit, unitYen: amount, payer, firstMonth, lastMonth, shareBackBasisPoints, isDeductible, benefits }
}

export interface ListedShareBackRate {
  readonly duesKindId: DuesKindId
  readonly kindName: string
  readonly areaId: AreaId
  readonly areaCode: string
  readonly areaName: string
  readonly basisPoints: number
  /** The kind's own rate of the year, to compare with. */
  readonly kindBasisPoints: number
}

/** 地域別の還元率 of a year, by kind and area. */
export async function listShareBackRates({ db }: Deps, year: FiscalYear): Promise<ListedShareBackRate[]> {
  const { rows } = await db.pool.query<ListedShareBackRate>(
    `SELECT r.dues_kind_id AS "duesKindId", k.name AS "kindName", r.area_id AS "areaId", a.code AS "areaCode",
       a.name AS "areaName", r.basis_points AS "basisPoints", t.share_back_basis_points AS "kindBasisPoints"
     FROM share_back_rate r JOIN dues_kind k ON k.id = r.dues_kind_id JOIN area a ON a.id = r.area_id
       JOIN dues_terms t ON t.dues_kind_id = r.dues_kind_id AND t.fiscal_year = r.fiscal_year
     WHERE r.fiscal_year = $1 ORDER BY k.code, a.code`,
    [year],
  )
  return rows
}

export interface DuesRules {
  readonly shareBackAreaTypeId: AreaTypeId | null
  readonly shareBackExpenseAccountId: LedgerAccountId | null
  readonly shareBackCashAccountId: LedgerAccountId | null
  /** 1, 10, 100 or 1000 yen. */
  readonly shareBackStepYen: number
  readonly revision: number
}

/** 還元金の決まり: the one row of them. */
export async function readDuesRules({ db }: Deps): Promise<DuesRules> {
  const rules = await db.prisma.duesRules.findUniqueOrThrow({ where: { id: 1 } })
  return {
    shareBackAreaTypeId: rules.shareBackAreaTypeId === null ? null : id(rules.shareBackAreaTypeId),
    shareBackExpenseAccountId: rules.shareBackExpenseAccountId === null ? null : id(rules.shareBackExpenseAccountId),
    shareBackCashAccountId: rules.shareBackCashAccountId === null ? null : id(rules.shareBackCashAccountId),
    shareBackStepYen: rules.shareBackStepYen,
    revision: rules.revision,
  }
}
