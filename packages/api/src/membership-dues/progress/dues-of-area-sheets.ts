import type { WorkbookSheet } from '@sasaeai/documents/write-workbook'
import { householdBasisNames } from '@sasaeai/domain/area/household-basis'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { duesFigureFilter } from '@sasaeai/domain/membership-dues/progress/dues-figure-filter'
import { sumOfDues } from '@sasaeai/domain/membership-dues/progress/dues-progress'
import type { DuesOfAreaInput } from '@sasaeai/domain/membership-dues/progress/dues-progress-input'
import { duesStatusNames } from '@sasaeai/domain/membership-dues/progress/dues-status'
import { formatRatio } from '@sasaeai/domain/money/ratio'
import { sumYen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import type { ListSheets } from '../../document/list-sheets.ts'
import { momentSheets } from '../../document/moment-sheet.ts'
import { readAllPostings } from '../../ledger/read-all-postings.ts'
import { type DuesOfArea, duesOfArea } from './dues-of-area-query.ts'

/** 自治会の会費: one area's year, asked and paid, every payment, its members and its years; null if the area is unknown. */
export async function duesOfAreaSheets(deps: Deps, asked: DuesOfAreaInput): Promise<ListSheets | null> {
  const dues = await duesOfArea(deps, asked)
  if (dues === null) return null
  const sheets = [kindSheet(dues), await paymentSheet(deps, dues), memberSheet(dues), yearSheet(dues), ...momentSheets(asked.postedUntil)]
  return { name: `会費_${dues.area.name}_${formatFiscalYear(asked.fiscalYear)}`, sheets, isPersonal: true }
}

function kindSheet({ kinds }: DuesOfArea): WorkbookSheet {
  const whole = sumOfDues(kinds)
  const figuresOf = (sums: typeof whole) => [
    sums.receivedYen, sums.expectedYen, sums.lastYen, sums.receivedYen - sums.lastYen, sums.askedHouseholds, sums.askedMembers, sums.askedUnits, sums.paidHouseholds, sums.paidMembers,
  ]
  return {
    name: 'お願いと納入',
    columns: [
      { heading: '会員種別' }, { heading: '状況' }, ...['納入額', '目安額', '去年同日', '増減'].map((what) => ({ heading: `${what}（円）`, kind: 'yen' as const })),
      ...['お願いした世帯', 'お願いした会員', 'お願いした口数', '納入した世帯', '納入した会員'].map((heading) => ({ heading, kind: 'count' as const })),
    ],
    rows: kinds.map((kind) => [kind.name, duesStatusNames[kind.status], ...figuresOf(kind)]),
    total: ['計', '', ...figuresOf(whole)],
  }
}

/** Where there are too many for a workbook, the newest of them. */
async function paymentSheet(deps: Deps, { area, cut, payments }: DuesOfArea): Promise<WorkbookSheet> {
  const filter = duesFigureFilter({ cut, side: 'this', duesKindId: undefined }, { part: 'area', areaId: area.areaId }) ?? {}
  const { rows, totalYen } = (await readAllPostings(deps, filter)) ?? payments
  return {
    name: '納入の記録',
    columns: [
      { heading: '日付', kind: 'date' }, { heading: '伝票番号', kind: 'count' }, { heading: '状態' }, { heading: '会員種別' }, { heading: '地域' }, { heading: '支援者番号', kind: 'number' },
      { heading: '支援者' }, { heading: '世帯・件数', kind: 'count' }, { heading: '金額（円）', kind: 'yen' },
    ],
    rows: rows.map((row) => [
      row.entryDate, row.entryNumber, row.kind === 'reversal' ? '取消' : row.isReversed ? '取消済み' : '', row.duesKind, row.area, row.supporter?.number ?? null, row.supporter?.name ?? '',
      row.count, row.amountYen,
    ]),
    total: ['合計', null, '', '', '', null, '', null, totalYen],
  }
}

function memberSheet({ kinds, members }: DuesOfArea): WorkbookSheet {
  const kindNames = new Map(kinds.map(({ duesKindId, name }) => [duesKindId, name]))
  return {
    name: 'この地域を通して納める会員',
    columns: [{ heading: '支援者番号', kind: 'number' }, { heading: '会員' }, { heading: '会員種別' }, { heading: '口数', kind: 'count' }, { heading: '今年度の納入（円）', kind: 'yen' }],
    rows: members.map(({ number, name, duesKindId, units, receivedYen }) => [number, name, kindNames.get(duesKindId) ?? '', units, receivedYen]),
  }
}

function yearSheet({ kinds, years, householdKindId }: DuesOfArea): WorkbookSheet {
  return {
    name: '5年間の会費',
    columns: [
      { heading: '年度' }, { heading: '納入額（円）', kind: 'yen' }, ...kinds.map(({ name }) => ({ heading: `${name}（円）`, kind: 'yen' as const })),
      { heading: '世帯数', kind: 'count' }, { heading: '世帯数の根拠' }, { heading: '世帯数の基準日', kind: 'date' }, { heading: '加入率' },
    ],
    rows: years.map(({ fiscalYear, kinds: paid, households }) => [
      formatFiscalYear(fiscalYear), sumYen(paid.map(({ receivedYen }) => receivedYen)),
      ...kinds.map((kind) => paid.find(({ duesKindId }) => duesKindId === kind.duesKindId)?.receivedYen ?? 0),
      households?.households ?? null, households === null ? '' : householdBasisNames[households.basis], households?.asOf ?? null,
      formatRatio(paid.find(({ duesKindId }) => duesKindId === householdKindId)?.count ?? 0, households?.households),
    ]),
  }
}
