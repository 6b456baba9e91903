import { expect, test } from 'vitest'
import { drawPdf } from '../drawn-pdf.ts'
import { type PrintedGoodwillCertificate, setGoodwillCertificates } from './goodwill-certificates.ts'
import { samplePaperHead } from './sample-paper-head.ts'

const certificate: PrintedGoodwillCertificate = {
  number: '預託8-12',
  depositedOn: '令和8年10月6日',
  giver: '株式会社𠮷田青果',
  honorific: '御中',
  address: 'ささえ市本町一丁目2番3号',
  purpose: '食の支援',
  money: '50,000',
  goods: [{ name: '米', quantity: '30kg' }, { name: 'レトルト食品', quantity: '50点' }],
}

test('a 預託書 tells who gave what for which purpose, on one A4, and that it is no receipt for tax', async () => {
  const { pageCount, pages } = await drawPdf(await setGoodwillCertificates({ ...samplePaperHead, certificates: [certificate, { ...certificate, money: '', goods: [{ name: '車いす', quantity: '1台' }] }] }))
  expect(pageCount).toBe(2)
  const words = pages.map(({ text }) => text.replaceAll(/\s/g, ''))
  for (const said of ['善意銀行預託書', '預託8-12', '田青果御中', '食の支援', '￥50,000', '米', '30kg', '50点', '税の控除を受けるための領収書ではありません']) expect(words[0]).toContain(said)
  expect(words[1]).not.toContain('￥')
  expect(words[1]).toContain('1台')
  // Nothing runs out at the sides.
  for (const left of [0, 200]) expect(pages[0]?.inkIn({ left, top: 0, width: 10, height: 297 })).toBe(0)
})

test('somebody who is not named, and a long list of goods, are set as well', async () => {
  const goods = Array.from({ length: 16 }, (_, index) => ({ name: `品目${index + 1}`, quantity: `${index + 1}点` }))
  const { pageCount, pages } = await drawPdf(await setGoodwillCertificates({ ...samplePaperHead, certificates: [{ ...certificate, giver: '', address: '', goods }] }))
  expect(pageCount).toBe(1)
  expect(pages[0]?.text).toContain('品目16')
  expect(pages[0]?.text).not.toContain('御中')
})
