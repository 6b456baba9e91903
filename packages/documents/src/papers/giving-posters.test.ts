import { expect, test } from 'vitest'
import { drawPdf } from '../drawn-pdf.ts'
import { type PrintedGivingPoster, setGivingPosters } from './giving-posters.ts'
import { samplePaperHead } from './sample-paper-head.ts'

const poster: PrintedGivingPoster = {
  title: '子ども食堂を応援する', lead: '市内6か所の子ども食堂で、月2回の食卓の食材費と会場費に使わせていただきます。', address: 'https://kifu.example.jp/g/k7m3wq',
  area: '日吉校区', amount: '1,000', payee: 'ささえ市社会福祉協議会', allowsMonthly: true, issuesReceipt: true, deed: '寄附',
}
const long: PrintedGivingPoster = {
  ...poster, title: 'ひとり暮らしの方の見守りと地域の居場所を、みんなで支える寄附のお願いです', lead: 'あ'.repeat(400), area: '', amount: '', allowsMonthly: false,
  issuesReceipt: false, payee: '社会福祉法人 さとやま県共同募金会 ささえ市支会', deed: '募金',
}

test('a poster has one A4 for each link, with a code, its address to type, three steps and whose money it is', async () => {
  const { pageCount, pages } = await drawPdf(await setGivingPosters({ ...samplePaperHead, form: 'a4', posters: [poster, long] }))
  expect(pageCount).toBe(2)
  const [first, second] = pages.map(({ text }) => text.replaceAll(/\s/g, ''))
  for (const said of ['子ども食堂を応援する', 'kifu.example.jp/g/k7m3wq', '1,000円が入っています', '日吉校区の分', '毎月の寄附', '領収書をお渡しします', '受取人：ささえ市']) expect(first).toContain(said)
  expect(second).toContain('さとやま県共同募金会ささえ市支会に送ります')
  expect(second).not.toContain('領収書')
  // Nothing runs out at the sides.
  for (const page of pages) for (const left of [0, 200]) expect(page.inkIn({ left, top: 0, width: 10, height: 297 })).toBe(0)
})

test('the code is black modules on white with a quiet border, and changes with its address', async () => {
  const { pages } = await drawPdf(await setGivingPosters({ ...samplePaperHead, form: 'a4', posters: [poster, { ...poster, address: 'https://kifu.example.jp/g/h4v9ra' }] }))
  const framed = pages.map((page) => page.pixelsIn({ left: 22, top: 125, width: 80, height: 80 }))
  expect(framed[0]).not.toEqual(framed[1])
  const dark = (framed[0] ?? new Uint8Array()).reduce((sum, pixel) => sum + (pixel < 128 ? 1 : 0), 0) / (framed[0]?.length ?? 1)
  expect(dark).toBeGreaterThan(0.2)
  expect(dark).toBeLessThan(0.5)
})

test('eight cards stand on one A4, each whole within its cut marks', async () => {
  const { pageCount, pages } = await drawPdf(await setGivingPosters({ ...samplePaperHead, form: 'cards', posters: [long] }))
  expect(pageCount).toBe(1)
  expect(pages[0]?.text.match(/k7m3wq/g)).toHaveLength(8)
  const [page] = pages
  for (const row of [0, 1, 2, 3]) {
    for (const left of [0, 105]) {
      // White just inside every cut, words within.
      expect(page?.inkIn({ left: left + 1, top: row * 74.25 + 70, width: 102, height: 3 })).toBe(0)
      expect(page?.inkIn({ left: left + 8, top: row * 74.25 + 8, width: 80, height: 50 })).toBeGreaterThan(0.05)
    }
  }
})
