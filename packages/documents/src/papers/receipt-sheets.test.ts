import { expect, test } from 'vitest'
import { drawPdf } from '../drawn-pdf.ts'
import { type PrintedReceipt, type ReceiptSheets, setReceiptsApart, setReceiptSheets } from './receipt-sheets.ts'
import { samplePaperHead } from './sample-paper-head.ts'

const receipt: PrintedReceipt = {
  number: '会費08-00012',
  issuedOn: '令和8年7月1日',
  receivedOn: '令和8年7月1日',
  payer: '日吉一丁目自治会',
  honorific: '御中',
  address: '',
  amount: '62,500',
  purpose: '令和8年度　社協会費（一般会費・賛助会費）として',
  details: [{ label: '一般会費', amount: '60,000円' }, { label: '賛助会費', amount: '2,500円' }],
  isOfGoods: false,
  note: '',
  council: samplePaperHead.council,
  seal: null,
  reissue: '',
  isVoid: false,
  voidReason: '',
}
const gift: PrintedReceipt = {
  ...receipt,
  number: '寄附08-00003',
  payer: '髙﨑 𠮷男',
  honorific: '様',
  address: 'ささえ市中央町一丁目2番3号',
  purpose: '寄附金（子ども食堂応援）として',
  details: [],
  note: '寄附金の税の取扱いは、国税庁のホームページ（https://www.nta.go.jp/）をご覧ください。',
}
/** A black disc. */
const seals = new Map([['seal', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="5"/></svg>')]])
const sheets = (receipts: readonly PrintedReceipt[], change: Partial<ReceiptSheets> = {}): ReceiptSheets => ({ ...samplePaperHead, layout: 'single', seals, receipts, ...change })
const wordsOf = (page: { text: string } | undefined) => (page?.text ?? '').replaceAll(/\s/g, '')
const sealPlace = { left: 168, top: 122, width: 20, height: 22 }

test('a receipt and the copy of the office stand on one sheet, with room for the seal on the first', async () => {
  const { pageCount, pages } = await drawPdf(await setReceiptSheets(sheets([receipt, gift])))
  expect(pageCount).toBe(2)
  const words = wordsOf(pages[0])
  for (const said of ['会費08-00012', '￥62,500', '社協会費（一般会費・賛助会費）として', '領収いたしました']) {
    expect(words.split(said)).toHaveLength(3)
  }
  expect(words).toContain('（控）')
  // The dotted edge and the word are pale: nothing dark stands where the stamp goes.
  expect(pages[0]?.inkIn({ ...sealPlace, left: sealPlace.left + 3, width: 5 })).toBe(0)
  for (const said of ['髙﨑𠮷男様', 'ささえ市中央町一丁目2番3号', '寄附金（子ども食堂応援）として', '国税庁', '第寄附08-00003号']) expect(wordsOf(pages[1])).toContain(said)
})

test('the seal is printed on the receipt and not on the copy, and both halves are alike otherwise', async () => {
  const { pages } = await drawPdf(await setReceiptSheets(sheets([{ ...receipt, seal: 'seal' }, receipt])))
  const [sealed, bare] = pages
  expect(sealed?.inkIn(sealPlace)).toBeGreaterThan((bare?.inkIn(sealPlace) ?? 1) + 0.2)
  const below = { ...sealPlace, top: sealPlace.top + 148 }
  expect(sealed?.inkIn(below)).toBe(bare?.inkIn(below))
})

test('goods are received, not cashed', async () => {
  const goods = { ...gift, isOfGoods: true, purpose: '物品の寄附として　時価相当額', details: [{ label: '車いす 2台', amount: '50,000円' }] }
  const { pages } = await drawPdf(await setReceiptSheets(sheets([goods])))
  expect([wordsOf(pages[0]).includes('受領いたしました'), wordsOf(pages[0]).includes('領収いたしました'), wordsOf(pages[0]).includes('車いす2台')]).toEqual([true, false, true])
})

test('a receipt that is handed out once more says so on both halves, and is the same otherwise', async () => {
  const reissue = '再発行（2回目　令和9年1月15日）'
  const drawn = await Promise.all([receipt, { ...receipt, reissue }].map(async (each) => drawPdf(await setReceiptSheets(sheets([each])))))
  const [first = '', again = ''] = drawn.map(({ pages }) => wordsOf(pages[0]))
  const mark = reissue.replace('　', '')
  expect([first.includes('再発行'), again.split(mark)]).toMatchObject([false, { length: 3 }])
  expect(again.replaceAll(mark, '')).toBe(first)
  expect(drawn[1]?.pageCount).toBe(1)
})

test('a void receipt says so, and why', async () => {
  const { pages } = await drawPdf(await setReceiptSheets(sheets([{ ...receipt, isVoid: true, voidReason: '宛名の誤り' }])))
  expect(pages[0]?.text).toContain('無効（宛名の誤り）')
})

const months = Array.from({ length: 12 }, (_, index) => ({ label: `令和8年${index + 1}月`, amount: '1,000,000円' }))

test('many lines and a long name stay on the sheet, in both layouts', async () => {
  const payer = '公益社団法人ささえ地域医療福祉介護連携推進機構　筑後南部広域支援センター準備室'
  const crowded = { ...gift, payer, details: months, amount: '1,234,567,890', seal: 'seal' }
  for (const layout of ['single', 'triple'] as const) {
    const { pageCount, pages } = await drawPdf(await setReceiptSheets(sheets([crowded], { layout })))
    expect(pageCount).toBe(1)
    for (const left of [0, 202]) expect(pages[0]?.inkIn({ left, top: 0, width: 8, height: 297 })).toBe(0)
    for (const { label } of months) expect(wordsOf(pages[0])).toContain(label)
  }
})

test('three to a sheet: four receipts need two sheets, each with a stub', async () => {
  const four = ['1', '2', '3', '4'].map((number) => ({ ...gift, number: `寄附08-0000${number}` }))
  const { pageCount, pages } = await drawPdf(await setReceiptSheets(sheets(four, { layout: 'triple' })))
  expect(pageCount).toBe(2)
  expect(['1', '2', '3'].map((number) => wordsOf(pages[0]).split(`寄附08-0000${number}`).length)).toEqual([3, 3, 3])
  expect(wordsOf(pages[0]).split('（控）')).toHaveLength(4)
})

test('a receipt that is set apart looks exactly as it does among others, and always has the same bytes', async () => {
  const both = [{ ...gift, seal: 'seal' }, receipt]
  for (const layout of ['single', 'triple'] as const) {
    const apart = await setReceiptsApart(sheets(both, { layout }))
    const together = await drawPdf(await setReceiptSheets(sheets(both, { layout })))
    for (const [index, pdf] of apart.entries()) {
      const [alone] = (await drawPdf(pdf)).pages
      const isThird = layout === 'triple'
      const height = isThird ? 97 : 296
      const page = together.pages[isThird ? 0 : index]
      const place = { left: 1, width: 208, height, top: 1 }
      expect(alone?.heightMm).toBeCloseTo(isThird ? 99 : 297, 0)
      const differing = differences(alone?.pixelsIn(place), page?.pixelsIn({ ...place, top: isThird ? index * 99 + 1 : 1 }))
      // A third begins between two pixels: edges may be a shade lighter, nothing stands elsewhere.
      expect(differing).toBeLessThan(isThird ? 0.02 : 0.000_001)
    }
    const again = await setReceiptsApart(sheets([...both].reverse(), { layout }))
    expect(again.map((pdf) => Buffer.from(pdf).toString('base64')).reverse()).toEqual(apart.map((pdf) => Buffer.from(pdf).toString('base64')))
  }
})

/** The share of pixels that differ by more than half of black to white. */
function differences(left: Uint8Array = new Uint8Array(), right: Uint8Array = new Uint8Array()): number {
  expect(left.length).toBe(right.length)
  return left.reduce((count, pixel, index) => count + (Math.abs(pixel - (right[index] ?? 0)) > 128 ? 1 : 0), 0) / left.length
}
