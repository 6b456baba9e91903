import { expect, test } from 'vitest'
import { drawPdf } from '../drawn-pdf.ts'
import { samplePaperHead } from './sample-paper-head.ts'
import { setStatutorySchedules, type PrintedSchedule } from './statutory-schedules.ts'

const schedule = (grants: number, warnings: string[]): PrintedSchedule => ({
  number: '別紙3（③）', heading: '補助金事業等収益明細書', wordHeadings: ['交付団体及び交付の目的', '区分'], figureHeadings: ['交付金額', '交付金額等合計'],
  siteHeading: '交付金額等合計の拠点区分ごとの内訳', sites: ['拠点 01', '拠点 02'], warnings,
  lines: [
    ...Array.from({ length: grants }, (_, place) => ({ kind: 'row' as const, words: [`ささえ市　事業${place + 1}`, '社協事業'], figures: ['9,000,000,000', '9,000,000,000', '△1', '0'] })),
    { kind: 'total', words: ['合計', ''], figures: ['1', '2', '3', '4'] },
  ],
})
const sides = { ...samplePaperHead, period: '（自）令和8年4月1日　（至）令和9年3月31日', moment: '' }

test('each schedule begins a page on its long side, and repeats its headings where it goes on', async () => {
  const { pageCount, pages } = await drawPdf(await setStatutorySchedules({ ...sides, schedules: [schedule(2, []), schedule(60, ['「寄附金収入」は、差があります。'])] }))
  expect(pageCount).toBeGreaterThan(2)
  for (const { text, widthMm, heightMm } of pages) {
    expect(widthMm).toBeGreaterThan(heightMm)
    expect(text).toContain('交付団体及び交付の目的')
  }
  expect(pages[0]?.text).not.toContain('差があります')
  expect(pages.at(-1)?.text).toContain('差があります')
})

test('a year without anything still has the form', async () => {
  const { pageCount, pages } = await drawPdf(await setStatutorySchedules({ ...sides, schedules: [{ ...schedule(0, []), sites: [], lines: [{ kind: 'total', words: ['合計', ''], figures: ['0', '0'] }] }] }))
  expect(pageCount).toBe(1)
  // Over one narrow column the words take two lines.
  expect(pages[0]?.text).toContain('拠点区分ごとの')
})
