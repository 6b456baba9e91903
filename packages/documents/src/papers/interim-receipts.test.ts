import { expect, test } from 'vitest'
import { drawPdf } from '../drawn-pdf.ts'
import { type PrintedInterimReceipt, setInterimReceipts } from './interim-receipts.ts'
import { samplePaperHead } from './sample-paper-head.ts'

const receipt: PrintedInterimReceipt = {
  number: '預り08-00012',
  issuedOn: '令和8年10月5日',
  receivedOn: '令和8年10月5日',
  payer: '株式会社𠮷田組',
  honorific: '御中',
  address: 'ささえ市本町一丁目2番3号',
  amount: '30,000',
  purpose: '令和8年度　赤い羽根共同募金（法人募金）として',
  details: [{ label: '法人募金', amount: '30,000円' }],
  heldFor: '社会福祉法人福岡県共同募金会',
  notice: 'この預り証は税の控除の証明には使えません。控除用の領収書は社会福祉法人福岡県共同募金会が発行します。',
  council: samplePaperHead.council,
  isVoid: false,
  voidReason: '',
}

test('a 預り証 and the copy of the office stand on one sheet; nothing of it looks like a receipt for tax', async () => {
  const { pageCount, pages } = await drawPdf(await setInterimReceipts({ ...samplePaperHead, receipts: [receipt, { ...receipt, number: '預り08-00013' }] }))
  expect(pageCount).toBe(2)
  const words = (pages[0]?.text ?? '').replaceAll(/\s/g, '')
  for (const said of ['預り08-00012', '￥30,000', '税の控除の証明には使えません', 'お預かりしました']) expect(words.split(said)).toHaveLength(3)
  // 「領収書」 stands only where the paper says who issues one.
  expect(words.split('領収')).toHaveLength(3)
  expect(words).not.toContain('印紙税')
})

test('a void one says so; long names and many methods stay on the sheet', async () => {
  const details = Array.from({ length: 6 }, (_, index) => ({ label: `その他の募金${index + 1}`, amount: '1,000,000円' }))
  const payer = '公益社団法人ささえ地域医療福祉介護連携推進機構　筑後南部広域支援センター準備室'
  const long = { ...receipt, payer, details, amount: '1,234,567,890', isVoid: true, voidReason: '宛名の誤り', heldFor: '社会福祉法人とても長い名前の都道府県共同募金会連合会ささえ県支部' }
  const { pageCount, pages } = await drawPdf(await setInterimReceipts({ ...samplePaperHead, receipts: [long] }))
  expect(pageCount).toBe(1)
  expect(pages[0]?.text).toContain('無効（宛名の誤り）')
  for (const left of [0, 200]) expect(pages[0]?.inkIn({ left, top: 0, width: 10, height: 297 })).toBe(0)
})
