import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { differenceOf, payableYen } from '@sasaeai/domain/membership-dues/share-back/share-back'
import type { ShareBackRunAtMoment } from '@sasaeai/domain/membership-dues/share-back/share-back-input'
import { formatBasisPoints } from '@sasaeai/domain/money/basis-points'
import { sumYen, type Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import type { ListSheets } from '../../document/list-sheets.ts'
import { momentSheets } from '../../document/moment-sheet.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { type ComparedLine, readShareBackRun } from './read-share-back-run.ts'

/** One calculation of 還元金: what each payee is to get, and of which kinds it is made; null when it is not there. */
export async function shareBackPayeeSheets(deps: Deps, { runId, postedUntil }: ShareBackRunAtMoment): Promise<ListSheets | null> {
  const run = await readShareBackRun(deps, runId, await readReportMoment(deps, postedUntil))
  if (run === null) return null
  const { fiscalYear, sequence, payees, kinds, status } = run
  const kindNames = new Map(kinds.map(({ duesKindId, name }) => [duesKindId, name]))
  const all = payees.flatMap(({ lines }) => lines)
  const figures = [
    { heading: '納入額（円）', kind: 'yen' }, { heading: '還元額（円）', kind: 'yen' }, { heading: '支払済み（円）', kind: 'yen' }, { heading: '差額（円）', kind: 'yen' },
  ] as const
  const payable = status === 'posted' ? '支払った額（円）' : '今回支払う額（円）'
  return {
    name: `還元金_${formatFiscalYear(fiscalYear)}_第${sequence}回`,
    isPersonal: false,
    sheets: [
      {
        name: '渡す先ごと',
        columns: [{ heading: 'コード' }, { heading: '渡す先' }, { heading: '上位の地域' }, ...figures, { heading: payable, kind: 'yen' }, { heading: '伝票番号', kind: 'count' }, { heading: '取消' }],
        rows: payees.map(({ code, name, aboveName, lines, payment }) => [
          code, name, aboveName ?? '', ...sumsOf(lines), payableYen(lines), payment?.entryNumber ?? null, payment?.isReversed === true ? '取消済み' : '',
        ]),
        total: ['', '計', '', ...sumsOf(all), sumYen(payees.map(({ lines }) => payableYen(lines))), null, ''],
      },
      {
        name: '会員種別ごと',
        columns: [{ heading: 'コード' }, { heading: '渡す先' }, { heading: '会員種別' }, { heading: '還元率' }, ...figures],
        rows: payees.flatMap(({ code, name, lines }) => lines.map((line) => [
          code, name, kindNames.get(line.duesKindId) ?? '', line.parts.map(({ basisPoints }) => formatBasisPoints(basisPoints)).join('・'), ...sumsOf([line]),
        ])),
        total: ['', '計', '', '', ...sumsOf(all)],
      },
      ...momentSheets(postedUntil),
    ],
  }
}

function sumsOf(lines: readonly ComparedLine[]): Yen[] {
  const sum = (figure: (line: ComparedLine) => Yen) => sumYen(lines.map(figure))
  return [sum(({ receivedYen }) => receivedYen), sum(({ earnedYen }) => earnedYen), sum(({ alreadyYen }) => alreadyYen), sum(differenceOf)]
}
