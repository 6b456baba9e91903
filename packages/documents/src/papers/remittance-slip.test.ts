import { expect, test } from 'vitest'
import { drawPdf } from '../drawn-pdf.ts'
import { type RemittanceSlip, setRemittanceSlip } from './remittance-slip.ts'
import { samplePaperHead } from './sample-paper-head.ts'

const slip: RemittanceSlip = {
  ...samplePaperHead,
  addressee: '社会福祉法人福岡県共同募金会',
  remittedOn: '令和9年1月15日',
  subject: '令和8年度　歳末たすけあい　第1回',
  amount: '1,234,567円',
  mark: '',
  methods: [
    { name: '戸別募金', count: '1,250世帯', amount: '1,200,000' },
    { name: '街頭募金', count: '3回', amount: '134,567' },
  ],
  collected: '1,334,567',
  payments: [{ name: '見舞金 ひとり親世帯', count: '20件', amount: '100,000' }],
  paidDirectly: '100,000',
  reckoning: [
    { label: '募金額（令和9年1月15日まで）', amount: '1,334,567', isResult: false },
    { label: '直接支払った額', amount: '△100,000', isResult: false },
    { label: '今回の送金額', amount: '△1,234,567', isResult: false },
    { label: '送金後の預り残高', amount: '0', isResult: true },
  ],
  facts: [{ label: '送金元', text: '普通預金' }],
}
const margins = [
  { left: 0, top: 0, width: 210, height: 5 },
  { left: 0, top: 289, width: 210, height: 7 },
  { left: 0, top: 0, width: 15, height: 296 },
  { left: 195, top: 0, width: 14, height: 296 },
]

test('a remittance says to whom it goes, from what it comes, and apart from it what was paid directly', async () => {
  const { pageCount, pages } = await drawPdf(await setRemittanceSlip(slip))
  expect(pageCount).toBe(1)
  const text = pages[0]?.text.replaceAll(/\s/g, '') ?? ''
  for (const said of ['福岡県共同募金会御中', '送金書', '今回の送金額1,234,567円', '戸別募金1,250世帯1,200,000', '直接支払った額（送金額に含みません）', '送金後の預り残高0']) {
    expect(text).toContain(said)
  }
  for (const margin of margins) expect(pages[0]?.inkIn(margin)).toBe(0)
})

test('without direct payments nothing is said of them; many methods and long names go on to a second page within the margins', async () => {
  const plain = await drawPdf(await setRemittanceSlip({ ...slip, payments: [], mark: '取消済み' }))
  expect(plain.pages[0]?.text).not.toContain('送金額に含みません')
  expect(plain.pages[0]?.text.replaceAll(/\s/g, '')).toContain('送金書（取消済み）')
  const methods = Array.from({ length: 45 }, (_, index) => ({ name: `企業と職場のみなさまによる募金（第${index + 1}地区𠮷田・髙橋）`, count: '1,000,000件', amount: '9,999,999,999' }))
  const long = await drawPdf(await setRemittanceSlip({ ...slip, methods, addressee: '社会福祉法人とても長い名前の都道府県共同募金会連合会ささえ県支部' }))
  expect(long.pageCount).toBe(2)
  for (const page of long.pages) for (const margin of margins) expect(page.inkIn(margin)).toBe(0)
})
