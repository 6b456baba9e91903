import { formatFiscalYear, formatLocalDate } from '../../calendar/japanese-era.ts'
import { formatAttainment, formatRatio, formatYearOnYear } from '../../money/ratio.ts'
import type { ReportColumn, ReportTable } from '../report-table.ts'
import { differenceOf } from './difference.ts'
import { type ExecutivePage, headlineName, missingOf } from './executive-page.ts'
import { giverStandings, standingNames } from './retention.ts'

/** Every table of 経営のページ but those of the difference, in the order of the page; those without rows are left out. */
export function executiveTables(page: ExecutivePage): ReportTable[] {
  const tables = [headlineTable(page), retentionTable(page), campaignTable(page), heldTable(page), memberTable(page), reportTable(page)]
  return tables.filter(({ rows }) => rows.length > 0)
}

const yenColumn = (heading: string): ReportColumn => ({ heading: `${heading}（円）`, kind: 'yen' })
const textColumn = (heading: string): ReportColumn => ({ heading, kind: 'text' })
const rateColumn = (heading: string): ReportColumn => ({ heading, kind: 'rate' })
const countColumn = (heading: string): ReportColumn => ({ heading, kind: 'count' })

/** 何が変わったか. A holding is whole in its first line and told by category below it, so that the column has no sum. */
function headlineTable({ headlines }: ExecutivePage): ReportTable {
  return {
    title: '財源ごとの受入額と見込み',
    columns: [
      textColumn('財源'), yenColumn('今年度'), yenColumn('前年同日'), yenColumn('増減'), rateColumn('前年比'), rateColumn('達成率'),
      yenColumn('年度末の見込み'), yenColumn('見込みの最小'), yenColumn('見込みの最大'),
    ],
    rows: headlines.map((headline) => {
      const { thisYen, lastYen, attainment, forecast } = headline
      return [
        headlineName(headline), thisYen, lastYen, differenceOf(headline), formatYearOnYear(thisYen, lastYen), formatAttainment(attainment?.actualYen, attainment?.targetYen),
        forecast?.amountYen ?? null, forecast?.lowYen ?? null, forecast?.highYen ?? null,
      ]
    }),
    total: null,
  }
}

/** 寄附の継続. Who gave this year is told apart in the three lines below it. */
function retentionTable({ retention }: ExecutivePage): ReportTable {
  const { retained, lybunt } = retention
  return {
    title: '寄附の継続',
    columns: [textColumn('寄附者'), countColumn('人数'), rateColumn('前年度の寄附者のうち')],
    rows: (['given', ...giverStandings] as const).map((standing) => [
      standingNames[standing], retention[standing], standing === 'retained' || standing === 'lybunt' ? formatRatio(retention[standing], retained + lybunt) : '',
    ]),
    total: null,
  }
}

function campaignTable({ campaigns }: ExecutivePage): ReportTable {
  return {
    title: '目標に届いていない運動',
    columns: [textColumn('運動'), yenColumn('実績'), yenColumn('目標'), rateColumn('達成率'), yenColumn('目標まで'), rateColumn('前年比'), textColumn('最終日')],
    rows: campaigns.map((campaign) => {
      const { name, collectedYen, goalYen, lastCollectedYen, closesOn } = campaign
      return [name, collectedYen, goalYen, formatAttainment(collectedYen, goalYen), missingOf(campaign), formatYearOnYear(collectedYen, lastCollectedYen), formatLocalDate(closesOn)]
    }),
    total: null,
  }
}

function heldTable({ custody }: ExecutivePage): ReportTable {
  return {
    title: '預かっているお金',
    columns: [textColumn('運動'), textColumn('年度'), yenColumn('預り残高'), countColumn('最も古い分（日）'), textColumn('送金の期限'), textColumn('期限')],
    rows: custody.map(({ name, fiscalYear, heldYen, days, deadline, isLate }) => [name, formatFiscalYear(fiscalYear), heldYen, days, formatLocalDate(deadline), lateWord(isLate)]),
    total: null,
  }
}

function memberTable({ members }: ExecutivePage): ReportTable {
  return {
    title: '会員の退会と継続会員',
    columns: [textColumn('会員種別'), textColumn('単位'), countColumn('今年度の退会'), countColumn('前年同日の退会'), countColumn('会員'), countColumn('前年同日の会員'), countColumn('継続でまだ納入なし')],
    rows: members.map(({ name, counter, left, lastLeft, now, lastNow, unrenewed }) => [name, counter, left, lastLeft, now, lastNow, unrenewed]),
    total: null,
  }
}

function reportTable({ reports }: ExecutivePage): ReportTable {
  return {
    title: '提出を待っている報告',
    columns: [textColumn('報告'), countColumn('残り（件）'), textColumn('期限の日'), textColumn('期限')],
    rows: reports.map(({ name, reports: left, dueOn, isLate }) => [name, left, formatLocalDate(dueOn), lateWord(isLate)]),
    total: null,
  }
}

function lateWord(isLate: boolean): string {
  return isLate ? '過ぎています' : ''
}
