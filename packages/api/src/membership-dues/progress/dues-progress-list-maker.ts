import { type ListColumn, type ListGroup, setListPaper } from '@sasaeai/documents/papers/list-paper'
import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { duesProgressListOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { type DuesProgressRow, type DuesSums, duesProgress, sumOfDues } from '@sasaeai/domain/membership-dues/progress/dues-progress'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { duesStatusNames } from '@sasaeai/domain/membership-dues/progress/dues-status'
import { formatAttainment, formatYearOnYear } from '@sasaeai/domain/money/ratio'
import { formatYen, formatYenDelta } from '@sasaeai/domain/money/yen'
import { succeed } from '@sasaeai/domain/outcome/outcome'
import { noteMissingCharacters, piecesOfList } from '../../document/note-missing-characters.ts'
import { paperMaker, pdfType } from '../../document/paper-maker.ts'
import { readPaperHead } from '../../document/read-paper-head.ts'
import { readDuesProgress } from './dues-progress-query.ts'

const columns: readonly ListColumn[] = [
  { heading: 'コード', mm: 14 },
  { heading: '自治会', fr: 1 },
  { heading: '状況', mm: 16, side: 'middle' },
  { heading: '世帯', mm: 13, side: 'end' },
  { heading: '納入世帯', mm: 16, side: 'end' },
  { heading: '目安額', mm: 20.5, side: 'end' },
  { heading: '納入額', mm: 20.5, side: 'end' },
  { heading: '割合', mm: 13.5, side: 'end' },
  { heading: '去年同日', mm: 20.5, side: 'end' },
  { heading: '前年比', mm: 14, side: 'end' },
]

/** 納入状況一覧: the lowest areas by 校区, with the sum of each and of all, up to a day. */
export const duesProgressListMaker = paperMaker('dues_progress_list', duesProgressListOrderSchema, {
  title: async (_deps, { fiscalYear }) => succeed(`${formatFiscalYear(fiscalYear)} 納入状況一覧`),
  async make(desk, { fiscalYear, until = desk.day, postedUntil, duesKindId }) {
    const progress = await readDuesProgress(desk.deps, { fiscalYear, until, postedUntil })
    const facts = duesKindId === undefined ? progress.facts : progress.facts.filter((fact) => fact.duesKindId === duesKindId)
    const rows = duesProgress(facts, { areas: progress.areas, households: progress.households[0]?.counts ?? new Map() })
    const groups = groupsOf(rows)
    const lines = groups.reduce((sum, group) => sum + group.rows.length, 0)
    await desk.expect(lines)
    if (rows.length === 0) return null
    const yearName = formatFiscalYear(fiscalYear)
    const kindName = progress.kinds.find((kind) => kind.duesKindId === duesKindId)?.name ?? 'すべての会員種別'
    await noteMissingCharacters(desk, piecesOfList({ columns, groups }))
    const bytes = await setListPaper({
      ...(await readPaperHead(desk, { title: `${yearName} 納入状況一覧`, day: until })),
      heading: `${yearName}　社協会費の納入状況`,
      notes: [
        `${formatLocalDate(until)}まで　${kindName}　去年同日は${formatLocalDate(progress.cut.lastUntil)}まで`,
        ...(postedUntil === undefined ? [] : [`納入は${postedUntilWords(postedUntil)}　目安額と世帯数もその時点の登録による`]),
      ],
      isWide: false,
      columns,
      groups,
      total: sumsOf('合計', sumOfDues(rows)),
    })
    await desk.advance(lines)
    return { fileName: `納入状況一覧_${yearName}_${until}.pdf`, mediaType: pdfType, bytes }
  },
})

/** A 校区 with parts is a group; lines without parts that stand beside 校区 come together in groups without a heading. */
function groupsOf(rows: readonly DuesProgressRow[]): ListGroup[] {
  return rows.map((row) =>
    row.children.length === 0
      ? { heading: '', rows: [lineOf(row)], subtotal: null }
      : { heading: `${row.code}　${row.name}`, rows: row.children.flatMap(lowest).map(lineOf), subtotal: sumsOf('小計', row) },
  )
}

function lowest(row: DuesProgressRow): DuesProgressRow[] {
  return row.children.length === 0 ? [row] : row.children.flatMap(lowest)
}

function lineOf(row: DuesProgressRow): string[] {
  return [row.code, row.name, duesStatusNames[row.status], ...figuresOf(row)]
}

function sumsOf(words: string, sums: DuesSums): string[] {
  return ['', words, '', ...figuresOf(sums)]
}

function figuresOf({ askedHouseholds, paidHouseholds, expectedYen, receivedYen, lastYen }: DuesSums): string[] {
  return [
    askedHouseholds.toLocaleString('ja-JP'),
    paidHouseholds.toLocaleString('ja-JP'),
    formatYen(expectedYen),
    formatYenDelta(receivedYen),
    formatAttainment(receivedYen, expectedYen),
    formatYenDelta(lastYen),
    formatYearOnYear(receivedYen, lastYen),
  ]
}
