import { expect, test } from 'vitest'
import { drawPdf } from '../drawn-pdf.ts'
import { type PrintedReceipt, setDuesReceipts } from './dues-receipts.ts'
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
  council: samplePaperHead.council,
  reissue: '',
  isVoid: false,
  voidReason: '',
}
const seal = { left: 168, top: 122, width: 20, height: 22 }

test('a receipt and the copy of the office stand on one sheet, with room for the seal on the first', async () => {
  const pdf = await setDuesReceipts({ ...samplePaperHead, receipts: [receipt, { ...receipt, number: '会費08-00013' }] })
  const { pageCount, pages } = await drawPdf(pdf)
  expect(pageCount).toBe(2)
  const words = (pages[0]?.text ?? '').replaceAll(/\s/g, '')
  for (const said of ['会費08-00012', '￥62,500', '社協会費（一般会費・賛助会費）として', '領収いたしました']) {
    expect(words.split(said)).toHaveLength(3)
  }
  expect(words).toContain('（控）')
  // The dotted edge and the word are pale: nothing dark stands where the stamp goes.
  expect(pages[0]?.inkIn({ ...seal, left: seal.left + 3, width: 5 })).toBe(0)
})

test('a receipt that is handed out once more says so on both halves, and is the same otherwise', async () => {
  const reissue = '再発行（2回目　令和9年1月15日）'
  const drawn = await Promise.all([receipt, { ...receipt, reissue }].map(async (each) => drawPdf(await setDuesReceipts({ ...samplePaperHead, receipts: [each] }))))
  const [first = '', again = ''] = drawn.map(({ pages }) => (pages[0]?.text ?? '').replaceAll(/\s/g, ''))
  const mark = reissue.replace('　', '')
  expect([first.includes('再発行'), again.split(mark)]).toMatchObject([false, { length: 3 }])
  expect(again.replaceAll(mark, '')).toBe(first)
  expect(drawn[1]?.pageCount).toBe(1)
})

test('a void receipt says so, and why', async () => {
  const pdf = await setDuesReceipts({ ...samplePaperHead, receipts: [{ ...receipt, isVoid: true, voidReason: '宛名の誤り' }] })
  const { pages } = await drawPdf(pdf)
  expect(pages[0]?.text).toContain('無効（宛名の誤り）')
})

test('many kinds of dues and a long name stay on the sheet', async () => {
  const details = Array.from({ length: 6 }, (_, index) => ({ label: `特別会費その${index + 1}`, amount: '1,000,000円' }))
  const payer = '公益社団法人ささえ地域医療福祉介護連携推進機構　筑後南部広域支援センター準備室'
  const pdf = await setDuesReceipts({ ...samplePaperHead, receipts: [{ ...receipt, payer, details, amount: '1,234,567,890' }] })
  const { pageCount, pages } = await drawPdf(pdf)
  expect(pageCount).toBe(1)
  for (const left of [0, 200]) expect(pages[0]?.inkIn({ left, top: 0, width: 10, height: 297 })).toBe(0)
})
