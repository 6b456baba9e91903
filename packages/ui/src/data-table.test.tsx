import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { sortAfterPress } from './data-table-sort.tsx'
import { DataTable } from './data-table.tsx'
import type { Column, DataTableProps } from './data-table.tsx'

interface Line {
  readonly number: string
  readonly amount: string
}

const columns: readonly Column<Line>[] = [
  { id: 'number', header: '伝票番号', cell: (line) => line.number, isRowHeader: true, sortableBy: 'text' },
  { id: 'amount', header: '金額', cell: (line) => line.amount, align: 'end', sortableBy: 'figure' },
]

function tableHtml(more: Partial<DataTableProps<Line>>): string {
  const lines = [{ number: 'No.1', amount: '1,000' }]
  return renderToStaticMarkup(
    <DataTable caption="伝票" columns={columns} rows={lines} rowKey={(line) => line.number} {...more} />,
  )
}

describe('a data table', () => {
  it('tells screen readers which column it is sorted by, and which way', () => {
    const html = tableHtml({ sort: { columnId: 'amount', direction: 'descending' }, onSort: () => undefined })
    expect(html.match(/aria-sort/g)).toHaveLength(1)
    expect(html).toMatch(/aria-sort="descending"[^>]*><button[^>]*>金額/)
  })

  it('offers the same orders above the cards of a phone, where there are no headings', () => {
    const sort = { columnId: 'amount', direction: 'descending' } as const
    const html = tableHtml({ sort, onSort: () => undefined, phone: 'cards' })
    expect([...html.matchAll(/<option[^>]*>([^<]*)/g)].map(([, words]) => words)).toEqual([
      '伝票番号の昇順', '伝票番号の降順', '金額の大きい順', '金額の小さい順',
    ])
    expect(html).toMatch(/<option[^>]*selected[^>]*>金額の大きい順/)
    expect(tableHtml({ sort, onSort: () => undefined })).not.toContain('並べ替え')
    expect(tableHtml({ phone: 'cards' })).not.toContain('並べ替え')
  })

  it('begins with the greatest and the first, and turns round when pressed again', () => {
    const [number, amount] = columns
    if (number === undefined || amount === undefined) throw new Error('no columns')
    const byAmount = sortAfterPress(amount, undefined)
    expect(byAmount).toEqual({ columnId: 'amount', direction: 'descending' })
    expect(sortAfterPress(amount, byAmount)).toEqual({ columnId: 'amount', direction: 'ascending' })
    expect(sortAfterPress(number, byAmount)).toEqual({ columnId: 'number', direction: 'ascending' })
  })

  it('links each row from the cell that names it', () => {
    const html = tableHtml({ rowHref: (line) => `/entries/${line.number}` })
    expect(html).toMatch(/<th role="rowheader"[^>]*><a[^>]*href="\/entries\/No\.1"/)
  })

  it('shows grey lines until the first rows arrive', () => {
    const html = tableHtml({ rows: undefined })
    expect(html).toContain('aria-busy="true"')
    expect(html).not.toContain('該当するものはありません')
  })

  it('says so when there are no rows', () => {
    expect(tableHtml({ rows: [] })).toContain('該当するものはありません')
  })

  it('keeps count and total in sight', () => {
    const html = tableHtml({ summary: [{ label: '合計', value: '38,452,106円' }] })
    expect(html).toMatch(/<dt[^>]*>合計<\/dt><dd[^>]*>38,452,106円/)
  })
})
