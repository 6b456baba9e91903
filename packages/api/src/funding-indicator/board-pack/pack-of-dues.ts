import { groundAt } from '@sasaeai/db/ground-at'
import type { PackBlock } from '@sasaeai/domain/funding-indicator/board-pack/board-pack'
import type { FundingCut } from '@sasaeai/domain/funding-indicator/funding-cut'
import { formatYearOnYear } from '@sasaeai/domain/money/ratio'
import type { Deps } from '../../deps.ts'
import { readGroundData } from '../../ledger/read-ground-data.ts'
import type { ReportMoment } from '../../ledger/report-moment.ts'
import { sumsAt } from '../../ledger/sums-at.ts'
import { receivedDues } from '../../membership-dues/progress/received-dues.ts'
import { yearNames } from './year-names.ts'

interface KindSums {
  nowYen: number
  lastYen: number
  nowCount: number
  lastCount: number
}

/** 社協会費 of the year by kind, whenever it came in, beside last year's to the same day. */
export async function packOfDues({ db }: Deps, cut: FundingCut, { moment, position }: ReportMoment): Promise<PackBlock[]> {
  const question = receivedDues({ fiscalYear: cut.fiscalYear, until: cut.asOf, lastYear: cut.lastYear, lastUntil: cut.lastAsOf })
  const [received, ground] = await Promise.all([sumsAt(db, question, position), readGroundData(groundAt(db, moment))])
  const kinds = new Map<string, KindSums>()
  for (const { duesKindId, isLastYear, amountYen, count } of received.sums.values()) {
    const sums = kinds.get(duesKindId) ?? { nowYen: 0, lastYen: 0, nowCount: 0, lastCount: 0 }
    kinds.set(duesKindId, sums)
    sums[isLastYear ? 'lastYen' : 'nowYen'] -= amountYen
    sums[isLastYear ? 'lastCount' : 'nowCount'] += count
  }
  const rows = [...ground.duesKinds].flatMap(([duesKindId, { name }]) => {
    const sums = kinds.get(duesKindId)
    return sums === undefined ? [] : [{ name, ...sums }]
  })
  if (rows.length === 0) return []
  const whole = rows.reduce((sum, { nowYen, lastYen }) => ({ now: sum.now + nowYen, last: sum.last + lastYen }), { now: 0, last: 0 })
  return [
    { kind: 'bars', title: '会員種別ごとの会費', ...yearNames(cut), bars: rows },
    {
      kind: 'table',
      table: {
        title: '会員種別ごとの会費',
        columns: [
          { heading: '会員種別', kind: 'text' }, { heading: '今年度（円）', kind: 'yen' }, { heading: '前年同日（円）', kind: 'yen' }, { heading: '差（円）', kind: 'yen' },
          { heading: '前年比', kind: 'rate' }, { heading: '件数', kind: 'count' }, { heading: '前年の件数', kind: 'count' },
        ],
        rows: rows.map(({ name, nowYen, lastYen, nowCount, lastCount }) => [name, nowYen, lastYen, nowYen - lastYen, formatYearOnYear(nowYen, lastYen), nowCount, lastCount]),
        total: ['計', whole.now, whole.last, whole.now - whole.last, formatYearOnYear(whole.now, whole.last), null, null],
      },
    },
  ]
}
