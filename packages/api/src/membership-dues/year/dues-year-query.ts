import type { Db } from '@sasaeai/db/database'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import { type FiscalYear, lastDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { DuesKindId, LedgerAccountId } from '@sasaeai/domain/ids'
import type { DuesCut } from '@sasaeai/domain/membership-dues/progress/dues-cut'
import { duesProgress } from '@sasaeai/domain/membership-dues/progress/dues-progress'
import type { DuesProgressInput } from '@sasaeai/domain/membership-dues/progress/dues-progress-input'
import type { ProgressKind } from '@sasaeai/domain/membership-dues/progress/dues-progress-wire'
import {
  districtsOfProgress,
  type DuesYear,
  type DuesYearFigures,
  type DuesYearKind,
  type DuesYearOfTrend,
  type DuesYearShareBack,
} from '@sasaeai/domain/membership-dues/year/dues-year'
import type { Deps } from '../../deps.ts'
import { countMembersOn, type KindCount } from '../member/count-members.ts'
import { readDuesProgress } from '../progress/dues-progress-query.ts'

/** 年間のまとめ of a year up to a day, from the kept totals and the memberships. */
export async function readDuesYear(deps: Deps, input: DuesProgressInput): Promise<DuesYear> {
  const progress = await readDuesProgress(deps, input)
  const { cut, kinds, facts, areas } = progress
  const [counts, sums, shareBack, typeName] = await Promise.all([
    countMembersOn(deps, dayWithin(cut)),
    readSumsOfYears(deps.db, cut),
    readShareBackPaid(deps.db, cut),
    readDistrictTypeName(deps.db),
  ])
  const [counted] = progress.households
  const rows = duesProgress(facts, { areas, households: counted?.counts ?? new Map() })
  return {
    cut,
    membersOn: counts.day,
    lastMembersOn: counts.lastYearDay,
    kinds: kindsOf(kinds, { counts: counts.kinds, sums, cut }),
    districts: {
      typeName,
      origin: counted === undefined ? null : { basis: counted.basis, asOf: counted.asOf },
      rows: districtsOfProgress(rows),
    },
    years: yearsOf(sums),
    shareBack,
  }
}

/** Dues may come in after March, but nobody becomes a member of a year that is over. */
function dayWithin({ fiscalYear, until }: DuesCut): LocalDate {
  const lastDay = lastDayOf(fiscalYear)
  return until < lastDay ? until : lastDay
}

interface SumOfYear {
  readonly duesYear: FiscalYear
  readonly duesKindId: DuesKindId
  readonly receivedYen: number
  readonly count: number
  /** Of last year only, up to the same day. */
  readonly sameDayYen: number
  readonly sameDayCount: number
}

/** The five years up to the cut's: this one until its day, the others whole. */
async function readSumsOfYears(db: Db, { fiscalYear, until, lastYear, lastUntil }: DuesCut): Promise<SumOfYear[]> {
  const { rows } = await db.pool.query<SumOfYear>(
    `SELECT dues_year AS "duesYear", dues_kind_id AS "duesKindId", (-sum(amount_yen))::bigint AS "receivedYen", sum(count)::bigint AS count,
        coalesce(-sum(amount_yen) FILTER (WHERE dues_year = $3 AND entry_date <= $4::date), 0)::bigint AS "sameDayYen",
        coalesce(sum(count) FILTER (WHERE dues_year = $3 AND entry_date <= $4::date), 0)::bigint AS "sameDayCount"
      FROM funding_total
      WHERE dues_year BETWEEN $1::int - 4 AND $1::int AND funding_source_id IS NOT NULL AND (dues_year < $1::int OR entry_date <= $2::date)
      GROUP BY 1, 2 ORDER BY 1`,
    [fiscalYear, until, lastYear, lastUntil],
  )
  return rows
}

/** Share-back carries the dues year and no funding source, which is how it is told from what came in. */
async function readShareBackPaid(db: Db, { fiscalYear, until, lastYear, lastUntil }: DuesCut): Promise<DuesYearShareBack[]> {
  const { rows } = await db.pool.query<{ accountId: LedgerAccountId; accountName: string; nowYen: number; lastYen: number }>(
    `SELECT t.account_id AS "accountId", a.name AS "accountName",
        coalesce(sum(t.amount_yen) FILTER (WHERE t.dues_year = $1), 0)::bigint AS "nowYen",
        coalesce(sum(t.amount_yen) FILTER (WHERE t.dues_year = $3), 0)::bigint AS "lastYen"
      FROM funding_total t JOIN ledger_account a ON a.id = t.account_id
      WHERE t.funding_source_id IS NULL
        AND (t.dues_year = $1 AND t.entry_date <= $2::date OR t.dues_year = $3 AND t.entry_date <= $4::date)
      GROUP BY t.account_id, a.name, a.code ORDER BY a.code`,
    [fiscalYear, until, lastYear, lastUntil],
  )
  return rows.map((row) => ({ ...row, nowYen: yenFromColumn(row.nowYen), lastYen: yenFromColumn(row.lastYen) }))
}

async function readDistrictTypeName(db: Db): Promise<string> {
  const { rows } = await db.pool.query<{ name: string }>('SELECT name FROM area_type WHERE level = 1')
  return rows[0]?.name ?? '地域'
}

interface Counted {
  readonly counts: readonly KindCount[]
  readonly sums: readonly SumOfYear[]
  readonly cut: DuesCut
}

/** Kinds that the year asks for, and those that have members or money in either year. */
function kindsOf(kinds: readonly ProgressKind[], counted: Counted): DuesYearKind[] {
  return kinds
    .map(({ duesKindId, name, unit, payer }) => {
      const { now, last } = sidesOf({ duesKindId, unit }, counted)
      return { duesKindId, name, unit, payer, now, last }
    })
    .filter(({ unit, now, last }) => unit !== null || !isNothing(now) || !isNothing(last))
}

function sidesOf(
  { duesKindId, unit }: Pick<ProgressKind, 'duesKindId' | 'unit'>,
  { counts, sums, cut }: Counted,
): Pick<DuesYearKind, 'now' | 'last'> {
  const members = counts.find((count) => count.duesKindId === duesKindId)
  const sumOf = (year: FiscalYear) => sums.find((sum) => sum.duesKindId === duesKindId && sum.duesYear === year)
  const [thisSum, lastSum] = [sumOf(cut.fiscalYear), sumOf(cut.lastYear)]
  const side = (movement: KindCount['thisYear'] | undefined, { yen, count }: { yen: number; count: number }) => ({
    members: unit === 'household' ? count : (movement?.now ?? 0),
    units: unit === 'unit' ? (movement?.units ?? 0) : null,
    receivedYen: yenFromColumn(yen),
  })
  return {
    now: side(members?.thisYear, { yen: thisSum?.receivedYen ?? 0, count: thisSum?.count ?? 0 }),
    last: side(members?.lastYear, { yen: lastSum?.sameDayYen ?? 0, count: lastSum?.sameDayCount ?? 0 }),
  }
}

function isNothing({ members, receivedYen }: DuesYearFigures): boolean {
  return members === 0 && receivedYen === 0
}

function yearsOf(sums: readonly SumOfYear[]): DuesYearOfTrend[] {
  return [...Map.groupBy(sums, ({ duesYear }) => duesYear)].map(([fiscalYear, kinds]) => ({
    fiscalYear,
    kinds: kinds.map(({ duesKindId, receivedYen, count }) => ({ duesKindId, receivedYen: yenFromColumn(receivedYen), count })),
  }))
}
