import type { PackBlock } from '@sasaeai/domain/funding-indicator/board-pack/board-pack'
import { expect, test } from 'vitest'
import { drawPdf } from '../drawn-pdf.ts'
import { type DonationYearPaper, setDonationYear } from './donation-year-paper.ts'
import { samplePaperHead } from './sample-paper-head.ts'

const table: PackBlock = {
  kind: 'table',
  table: {
    title: '使いみち・基金別',
    columns: [{ heading: '使いみち', kind: 'text' }, { heading: '今年度（円）', kind: 'yen' }, { heading: '前年比', kind: 'rate' }],
    rows: [['子ども食堂応援', 1_234_567, '98.7%'], ['使いみちの指定なし', -8_000, '—']], total: ['計', 1_226_567, ''],
  },
}
const bars: PackBlock = { kind: 'bars', title: '月ごとの寄附金額', nowName: '令和8年度', lastName: '令和7年度', bars: [{ name: '4月', nowYen: 12_000, lastYen: 9_000 }, { name: '5月', nowYen: -3_000, lastYen: 0 }] }
const paper: DonationYearPaper = {
  ...samplePaperHead, heading: '令和8年度 寄附の年次報告', period: '令和8年度　令和9年3月31日まで', moment: '令和9年5月1日15時現在の帳簿',
  parts: [{ title: '寄附の内訳', blocks: [table, bars] }],
  reports: [{ title: '子ども食堂で食事を届けました', about: '子ども食堂応援　使った額 12,000円', body: '月2回、公民館で開きました。', message: 'ありがとうございました。' }],
  definitions: ['金額は帳簿の寄附金です。'],
}
const names = (count: number) => Array.from({ length: count }, (_, place) => ({ name: `𠮷田 ${place + 1} 様`, given: '10,000円', areaName: '日吉町' }))

test('figures, what became of them and the names stand on A4, upright, each page with its moment', async () => {
  const { pageCount, pages } = await drawPdf(await setDonationYear(paper, { names: names(120), note: '掲載をご承諾いただいた120件' }))
  expect(pageCount).toBeGreaterThan(1)
  const text = pages.map((page) => page.text).join('\n')
  for (const words of ['寄附の内訳', '1,234,567', '△8,000', '月2回、公民館で開きました。', '𠮷田 1 様', '𠮷田 120 様', '金額は帳簿の寄附金です。']) expect(text).toContain(words)
  for (const page of pages) {
    expect(page.heightMm).toBeGreaterThan(page.widthMm)
    expect(page.text).toContain('令和9年5月1日15時現在の帳簿')
  }
})

test('without names and reports their parts are left out; the same data makes the same bytes', async () => {
  const bare = { ...paper, reports: [] }
  const [first, again] = [await setDonationYear(bare, { names: [], note: '' }), await setDonationYear(bare, { names: [], note: '' })]
  expect(Buffer.compare(first, again)).toBe(0)
  const [page] = (await drawPdf(first)).pages
  for (const words of ['ご寄附をいただいた皆さま', 'ご寄附の使いみち']) expect(page?.text).not.toContain(words)
})
