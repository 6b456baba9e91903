import { type ListColumn, type ListGroup, setListPaper } from '@sasaeai/documents/papers/list-paper'
import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import type { GoalSheetWire } from '@sasaeai/domain/community-chest/goal/goal-sheet-wire'
import { campaignGoalsOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen, formatYenDelta, yen } from '@sasaeai/domain/money/yen'
import { fail, succeed } from '@sasaeai/domain/outcome/outcome'
import { noteMissingCharacters, piecesOfList } from '../../document/note-missing-characters.ts'
import { paperMaker, pdfType } from '../../document/paper-maker.ts'
import { readPaperHead } from '../../document/read-paper-head.ts'
import { type GoalListGroup, type GoalListLine, goalListOf } from './goal-list.ts'
import { readGoalSheet } from './goal-sheet-query.ts'

/** 目標額一覧: the goals of a drive by 校区 and, where asked for, 自治会, on A4. */
export const campaignGoalsMaker = paperMaker('campaign_goals', campaignGoalsOrderSchema, {
  async title(deps, { campaignId }) {
    const sheet = await readGoalSheet(deps, campaignId)
    return sheet === null ? fail('document_subject_gone') : succeed(`${nameOf(sheet)} 目標額一覧`)
  },
  async make(desk, { campaignId, withAssociations }) {
    const sheet = await readGoalSheet(desk.deps, campaignId)
    if (sheet === null) return null
    const { whole, groups, total } = goalListOf(sheet)
    await desk.expect(groups.length)
    const lists = [{ heading: '', rows: [cellsOf(whole)], subtotal: null }, ...groups.map((group) => listGroupOf(group, withAssociations))]
    const columns = columnsOf(sheet)
    const heading = `${formatFiscalYear(sheet.fiscalYear)}　${sheet.name}　目標額一覧`
    await noteMissingCharacters(desk, [{ subject: nameOf(sheet), words: heading }, ...piecesOfList({ columns, groups: lists })])
    const bytes = await setListPaper({
      ...(await readPaperHead(desk, { title: `${nameOf(sheet)} 目標額一覧`, day: desk.day })),
      heading,
      notes: notesOf(sheet, total.totalYen),
      isWide: sheet.methods.length > 7,
      columns,
      groups: lists,
      total: cellsOf(total),
    })
    await desk.advance(groups.length)
    return { fileName: `目標額一覧_${nameOf(sheet)}.pdf`, mediaType: pdfType, bytes }
  },
})

function listGroupOf({ sum, parts }: GoalListGroup, withAssociations: boolean): ListGroup {
  if (!withAssociations || parts.length === 0) return { heading: '', rows: [cellsOf(sum)], subtotal: null }
  return { heading: `${sum.code}　${sum.name}`, rows: parts.map(cellsOf), subtotal: cellsOf({ ...sum, code: '', name: '小計' }) }
}

function nameOf({ fiscalYear, name }: GoalSheetWire): string {
  return `${formatFiscalYear(fiscalYear)} ${name}`
}

function notesOf({ goalYen, goalPublishedOn, suggestedYen }: GoalSheetWire, sumYen: number): string[] {
  const published = goalPublishedOn === null ? '未公表' : `${formatLocalDate(goalPublishedOn)}公表`
  const goal = goalYen === null ? '目標額は未定' : `目標額 ${formatYen(goalYen)}円（${published}）　積み上げとの差 ${formatYenDelta(yen(sumYen - goalYen))}円`
  const suggested = suggestedYen === null ? '' : `　1世帯当たりの目安 ${formatYen(suggestedYen)}円`
  return [`${goal}${suggested}`]
}

function columnsOf({ methods }: GoalSheetWire): ListColumn[] {
  return [
    { heading: 'コード', mm: 13 },
    { heading: '地域', fr: 1 },
    { heading: '世帯', mm: 13, side: 'end' },
    ...methods.map(({ name }): ListColumn => ({ heading: name.replace(/の?募金$/, ''), mm: 17.5, side: 'end' })),
    { heading: '合計', mm: 20, side: 'end' },
  ]
}

function cellsOf({ code, name, households, amounts, totalYen }: GoalListLine): string[] {
  const amount = (figure: number) => (figure === 0 ? '' : groupDigits(figure))
  return [code, name, households === null ? '' : groupDigits(households), ...amounts.map(amount), groupDigits(totalYen)]
}
