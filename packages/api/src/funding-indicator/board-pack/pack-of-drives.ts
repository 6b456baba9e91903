import { groundAt } from '@sasaeai/db/ground-at'
import type { CampaignId } from '@sasaeai/domain/ids'
import type { PackBlock, PairedBar } from '@sasaeai/domain/funding-indicator/board-pack/board-pack'
import type { FundingCut } from '@sasaeai/domain/funding-indicator/funding-cut'
import type { ReportTable } from '@sasaeai/domain/funding-indicator/report-table'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'
import { formatYearOnYear } from '@sasaeai/domain/money/ratio'
import { type CollectedSums, collectedSums } from '../../community-chest/result/collected-sums.ts'
import { nameOfDistricts } from '../../area/area-queries.ts'
import type { Deps } from '../../deps.ts'
import { readGroundData } from '../../ledger/read-ground-data.ts'
import type { ReportMoment } from '../../ledger/report-moment.ts'
import { sumsAt } from '../../ledger/sums-at.ts'
import { districtsOfGround } from '../districts-of-ground.ts'
import { yearNames } from './year-names.ts'

/** What the drives of the year brought by method and by district, beside last year's to the same day; その他 is not among them. */
export async function packOfDrives(deps: Deps, cut: FundingCut, { moment, position }: ReportMoment): Promise<PackBlock[]> {
  const { db } = deps
  const tables = groundAt(db, moment)
  const [ground, districtName] = await Promise.all([readGroundData(tables), nameOfDistricts({ db: tables })])
  const drivesOf = (year: number): CampaignId[] =>
    [...ground.campaigns].flatMap(([campaignId, { drive, fiscalYear }]) => (drive !== 'other' && fiscalYear === year ? [campaignId] : []))
  const collected = (year: number, until: FundingCut['asOf']) =>
    sumsAt(db, collectedSums({ campaignIds: drivesOf(year), until, householdMethods: new Set() }), position)
  const [now, last] = await Promise.all([collected(cut.fiscalYear, cut.asOf), collected(cut.lastYear, cut.lastAsOf)])
  const [methods, districts] = [methodBars(now, last, ground), districtBars(now, last, ground)]
  if (methods.length === 0) return []
  return [
    { kind: 'bars', title: '方法別の募金額', ...yearNames(cut), bars: methods },
    { kind: 'table', table: tableOf('方法別の募金額', '方法', methods) },
    { kind: 'bars', title: `${districtName}別の募金額`, ...yearNames(cut), bars: districts },
    { kind: 'table', table: tableOf(`${districtName}別の募金額`, districtName, districts) },
  ]
}

function methodBars(now: CollectedSums, last: CollectedSums, { methods }: GroundData): PairedBar[] {
  const named = [...[...methods].map(([methodId, { name }]) => [methodId, name] as const), [null, '方法の指定なし'] as const]
  return named.flatMap(([methodId, name]) => {
    const [nowYen, lastYen] = [now.methods.get(methodId)?.amountYen ?? 0, last.methods.get(methodId)?.amountYen ?? 0]
    return nowYen === 0 && lastYen === 0 ? [] : [{ name, nowYen, lastYen }]
  })
}

function districtBars(now: CollectedSums, last: CollectedSums, ground: GroundData): PairedBar[] {
  const districts = districtsOfGround(ground)
  const sumOf = ({ areas }: CollectedSums) => {
    const sums = new Map<string | null, number>()
    for (const [areaId, { amountYen }] of areas) {
      const district = areaId === null ? null : (districts.get(areaId) ?? null)
      sums.set(district, (sums.get(district) ?? 0) + amountYen)
    }
    return sums
  }
  const [sumsNow, sumsLast] = [sumOf(now), sumOf(last)]
  const named = [...[...ground.areas].flatMap(([areaId, { name }]) => (districts.get(areaId) === areaId ? [[areaId, name] as const] : [])), [null, '地域の指定なし'] as const]
  return named.flatMap(([areaId, name]) => {
    const [nowYen, lastYen] = [sumsNow.get(areaId) ?? 0, sumsLast.get(areaId) ?? 0]
    return nowYen === 0 && lastYen === 0 ? [] : [{ name, nowYen, lastYen }]
  })
}

function tableOf(title: string, heading: string, bars: readonly PairedBar[]): ReportTable {
  const [now, last] = [bars.reduce((sum, { nowYen }) => sum + nowYen, 0), bars.reduce((sum, { lastYen }) => sum + lastYen, 0)]
  return {
    title,
    columns: [
      { heading, kind: 'text' }, { heading: '今年度（円）', kind: 'yen' }, { heading: '前年同日（円）', kind: 'yen' },
      { heading: '差（円）', kind: 'yen' }, { heading: '前年比', kind: 'rate' },
    ],
    rows: bars.map(({ name, nowYen, lastYen }) => [name, nowYen, lastYen, nowYen - lastYen, formatYearOnYear(nowYen, lastYen)]),
    total: ['計', now, last, now - last, formatYearOnYear(now, last)],
  }
}
