import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { DataTable } from './data-table.tsx'
import type { Column, DataTableProps } from './data-table.tsx'

interface Line {
  readonly number: string
  readonly amount: string
}

const columns: readonly Column<Line>[] = [
  { id: 'number', header: '伝票番号', cell: (line) => line.number, isRowHeader: true, isSortable: true },
  { id: 'amount', header: '金額', cell: (line) => line.amount, align: 'end', isSortable: true },
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
