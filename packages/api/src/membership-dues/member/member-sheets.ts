import type { WorkbookSheet } from '@sasaeai/documents/write-workbook'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { MembershipId } from '@sasaeai/domain/ids'
import type { MembershipFilter } from '@sasaeai/domain/membership-dues/member/membership-list-input'
import { sumYen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import type { ListSheets } from '../../document/list-sheets.ts'
import { momentSheets } from '../../document/moment-sheet.ts'
import { readPageMoment } from '../../ledger/report-moment.ts'
import { countMembers, type KindMovement } from './count-members.ts'
import { readMember } from './member-queries.ts'

/** One membership: what it paid year by year, and how many 口 it has had; null when it is gone. */
export async function memberSheets(deps: Deps, membershipId: MembershipId): Promise<ListSheets | null> {
  const member = await readMember(deps, membershipId)
  if (member === null) return null
  const { name, duesKindName, years, units } = member
  return {
    name: `会員_${name}_${duesKindName}`,
    sheets: [
      {
        name: '年度ごとの納入',
        columns: [{ heading: '会費の年度' }, ...['お願いした額', '納入額', '差'].map((what) => ({ heading: `${what}（円）`, kind: 'yen' as const }))],
        rows: years.map(({ duesYear, expectedYen, receivedYen }) => [formatFiscalYear(duesYear), expectedYen, receivedYen, expectedYen === null ? null : receivedYen - expectedYen]),
        total: ['計', null, sumYen(years.map(({ receivedYen }) => receivedYen)), null],
      },
      { name: '口数の移り変わり', columns: [{ heading: 'いつから', kind: 'date' }, { heading: '口数', kind: 'count' }], rows: units.map((each) => [each.effectiveOn, each.units]) },
    ],
    isPersonal: true,
  }
}

/** 会員の増減, kind by kind, beside the year before to the same day. */
export async function memberCountSheets(deps: Deps, asked: Pick<MembershipFilter, 'fiscalYear' | 'asOf' | 'postedUntil'>): Promise<WorkbookSheet[]> {
  const { day, lastYearDay, kinds } = await countMembers(deps, asked, await readPageMoment(deps, asked.postedUntil))
  const figuresOf = ({ atStart, joined, rejoined, left, now, units }: KindMovement) => [atStart, joined, rejoined, left, now, units]
  const headings = ['年度はじめ', '新規', '再入会', '退会', '在籍', '口数']
  return [
    {
      name: '会員の増減',
      columns: [{ heading: '会員種別' }, { heading: '現在', kind: 'date' }, ...[...headings, ...headings.map((each) => `前年の${each}`)].map((heading) => ({ heading, kind: 'count' as const })), { heading: '前年同日', kind: 'date' }],
      rows: kinds.map(({ name, thisYear, lastYear }) => [name, day, ...figuresOf(thisYear), ...figuresOf(lastYear), lastYearDay]),
    },
    ...momentSheets(asked.postedUntil),
  ]
}
