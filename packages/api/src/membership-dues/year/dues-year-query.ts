import { type GroundDb, groundAt } from '@sasaeai/db/ground-at'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import { type FiscalYear, lastDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'
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
import { readGroundData } from '../../ledger/read-ground-data.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { sumsAt } from '../../ledger/sums-at.ts'
import { duesProgressAt } from '../progress/dues-progress-query.ts'
import { duesYearSums, type DuesYearSums, type SumOfDuesYear, sumsOfYears } from './dues-year-sums.ts'

/** 年間のまとめ of a year up to a day, from the kept totals and the memberships. */
export async function readDuesYear(deps: Deps, input: DuesProgressInput): Promise<DuesYear> {
  const at = await readReportMoment(deps, input.postedUntil)
  const tables = groundAt(deps.db, at.moment)
  const progress = await duesProgressAt(deps, input, at)
  const { cut, kinds, facts, areas } = progress
  const [counts, yearSums, ground, typeName] = await Promise.all([
    countMembersOn(deps, dayWithin(cut), at.moment),
    sumsAt(deps.db, duesYearSums(cut), at.position),
    readGroundData(tables),
    readDistrictTypeName(tables),
  ])
  const sums = sumsOfYears(yearSums)
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
    shareBack: shareBackOf(yearSums, ground),
  }
}

/** Dues may come in after March, but nobody becomes a member of a year that is over. */
function dayWithin({ fiscalYear, until }: DuesCut): LocalDate {
  const lastDay = lastDayOf(fiscalYear)
  return until < lastDay ? until : lastDay
}

/** 還元金 by account, in the order of the accounts' codes. */
function shareBackOf({ shareBack }: DuesYearSums, { accounts }: GroundData): DuesYearShareBack[] {
  return [...shareBack]
    .flatMap(([accountId, { nowYen, lastYen }]) => {
      const account = accounts.get(accountId)
      return account === undefined ? [] : [{ accountId, accountName: account.name, code: account.code, nowYen: yenFromColumn(nowYen), lastYen: yenFromColumn(lastYen) }]
    })
    .toSorted((left, right) => (left.code < right.code ? -1 : 1))
    .map(({ code: _code, ...paid }) => paid)
}

async function readDistrictTypeName(db: GroundDb): Promise<string> {
  const { rows } = await db.pool.query<{ name: string }>('SELECT name FROM area_type WHERE level = 1')
  return rows[0]?.name ?? '地域'
}

interface Counted {
  readonly counts: readonly KindCount[]
  readonly sums: readonly SumOfDuesYear[]
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

function yearsOf(sums: readonly SumOfDuesYear[]): DuesYearOfTrend[] {
  return [...Map.groupBy(sums, ({ duesYear }) => duesYear)].map(([fiscalYear, kinds]) => ({
    fiscalYear,
    kinds: kinds.map(({ duesKindId, receivedYen, count }) => ({ duesKindId, receivedYen: yenFromColumn(receivedYen), count })),
  }))
}
