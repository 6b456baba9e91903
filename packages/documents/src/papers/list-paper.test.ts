import { expect, test } from 'vitest'
import { drawPdf } from '../drawn-pdf.ts'
import { type ListPaper, setListPaper } from './list-paper.ts'
import { samplePaperHead } from './sample-paper-head.ts'

const group = (place: number, rows: number) => ({
  heading: `第${place}校区`,
  rows: Array.from({ length: rows }, (_, index) => [`${place}-${index + 1}`, `第${place}町${index + 1}丁目自治会`, '1,000']),
  subtotal: ['', '小計', '9,000'],
})

function listOf(groups: ListPaper['groups'], isWide = false): Promise<Uint8Array> {
  return setListPaper({
    ...samplePaperHead,
    heading: '納入状況',
    notes: ['令和8年7月31日まで'],
    isWide,
    columns: [{ heading: 'コード', mm: 20 }, { heading: '自治会', fr: 1 }, { heading: '納入額', mm: 30, side: 'end' }],
    groups,
    total: ['', '合計', '99,000'],
  })
}

test('headings are repeated on every page, and pages are numbered', async () => {
  const { pageCount, pages } = await drawPdf(await listOf(Array.from({ length: 9 }, (_, place) => group(place + 1, 11))))
  expect(pageCount).toBe(3)
  pages.forEach((page, index) => {
    expect(page.text).toContain('コード')
    expect(page.text.replaceAll(/\s/g, '')).toContain(`${index + 1}/3`)
  })
  expect(pages[2]?.text).toContain('合計')
})

test('no heading stands alone at the foot of a page, no sum at its top', async () => {
  for (let rows = 30; rows < 50; rows += 1) {
    const { pages } = await drawPdf(await listOf([group(1, rows), group(2, 40)]))
    for (const { text } of pages) {
      const lines = text.split(/[\r\n]+/).map((line) => line.trim()).filter((line) => line !== '' && !/^\d+\s*\/\s*\d+$/.test(line))
      expect(lines.at(-1)).not.toMatch(/^第\d校区$/)
      expect(lines.slice(0, 6).join(' ')).not.toMatch(/納入額 小計/)
    }
  }
})

test('a wide list lies on its long side', async () => {
  const { pages } = await drawPdf(await listOf([group(1, 1)], true))
  expect([Math.round(pages[0]?.widthMm ?? 0), Math.round(pages[0]?.heightMm ?? 0)]).toEqual([297, 210])
})
