import { expect, test } from 'vitest'
import { drawPdf } from '../drawn-pdf.ts'
import { type DuesRequestLetter, type DuesRequestLetters, setDuesRequestLetters } from './dues-request-letters.ts'
import { samplePaperHead } from './sample-paper-head.ts'

const letter: DuesRequestLetter = {
  associationName: '日吉一丁目自治会',
  districtName: '日吉校区',
  slipNumber: '08-1-00012-7',
  households: '120世帯',
  suggestedAmount: '60,000円',
  facts: [
    { label: '会費の目安', text: '1世帯あたり 500円' },
    { label: '世帯数と目安額', text: '120世帯（自治会加入世帯）　目安額 60,000円' },
    { label: 'お納めの時期', text: '5月から7月まで' },
    { label: 'お納めの方法', text: '下の納入書に世帯数と金額を書いて、会費とともに本会へお届けください。' },
  ],
}

const papersOf = (letters: DuesRequestLetter[]): DuesRequestLetters => ({
  ...samplePaperHead,
  yearName: '令和8年度',
  duesName: '社協会費（一般会費）',
  issuedOn: '令和8年5月1日',
  letters,
})

/** The four margins, which a printer cannot reach and where nothing may stand. */
const margins = [
  { left: 0, top: 0, width: 210, height: 5 },
  { left: 0, top: 292, width: 210, height: 4 },
  { left: 0, top: 0, width: 10, height: 296 },
  { left: 200, top: 0, width: 9, height: 296 },
]
const addressee = { left: 22, top: 30, width: 120, height: 12 }
/** The value beside 自治会名 on the slip: the first character of it. */
const nameOnSlip = { left: 53, top: 223, width: 130, height: 8 }

test('each 自治会 gets one page: a letter above, its slip below, in that order', async () => {
  const pdf = await setDuesRequestLetters(papersOf([letter, { ...letter, associationName: '日吉二丁目自治会', slipNumber: '08-1-00013-0' }]))
  const { pageCount, pages } = await drawPdf(pdf)
  expect(pageCount).toBe(2)
  expect(pages.map(({ widthMm, heightMm }) => [Math.round(widthMm), Math.round(heightMm)])).toEqual([[210, 297], [210, 297]])
  for (const page of pages) {
    expect(page.inkIn(addressee)).toBeGreaterThan(0.01)
    expect(page.inkIn(nameOnSlip)).toBeGreaterThan(0.01)
    for (const margin of margins) expect(page.inkIn(margin)).toBe(0)
  }
  expect(pages[0]?.text).toContain('ご協力のお願い')
  expect(pages[0]?.text).toContain('会費は任意です')
  expect(pages[0]?.text).toContain('08-1-00012-7')
  expect(pages[1]?.text).toContain('日吉二丁目自治会')
})

test('a name of forty characters and a long list of facts stay on the one page, uncut', async () => {
  const longName = 'ささえ台ニュータウン第三街区管理組合連合自治会（𠮷田・髙橋・山﨑・德永地区）連絡会'
  const facts = [...letter.facts, { label: '備考', text: '世帯数は住民基本台帳によるもので、自治会に加入していない世帯も含みます。実際の世帯数と異なるときはお知らせください。' }]
  const { pageCount, pages } = await drawPdf(await setDuesRequestLetters(papersOf([{ ...letter, associationName: longName, facts }])))
  expect(pageCount).toBe(1)
  expect(pages[0]?.text.replaceAll(/\s/g, '').split(longName)).toHaveLength(3)
  for (const margin of margins) expect(pages[0]?.inkIn(margin)).toBe(0)
})

test('𠮷 and 髙 are drawn as themselves, neither alike nor as the box of a missing character', async () => {
  const names = ['𠮷', '吉', '髙', '高', '\u{10fffd}']
  const drawn = []
  for (const name of names) {
    const { pages } = await drawPdf(await setDuesRequestLetters(papersOf([{ ...letter, associationName: name }])))
    expect(pages[0]?.inkIn(nameOnSlip)).toBeGreaterThan(0.001)
    drawn.push(Buffer.from(pages[0]?.pixelsIn(nameOnSlip) ?? []).toString('base64'))
  }
  expect(new Set(drawn).size).toBe(names.length)
})

test('what was typed is text: nothing in it is run as markup', async () => {
  const hostile = '#panic("x") *太字* $x$ @y <z> \\ // /* = 見出し'
  const { pages } = await drawPdf(await setDuesRequestLetters(papersOf([{ ...letter, associationName: hostile }])))
  expect(pages[0]?.text).toContain('#panic("x") *太字* $x$ @y <z> \\ // /* = 見出し')
})

test('the same data makes the same bytes', async () => {
  const [first, second] = await Promise.all([papersOf([letter]), papersOf([letter])].map(setDuesRequestLetters))
  expect(Buffer.compare(first ?? new Uint8Array(), second ?? new Uint8Array(1))).toBe(0)
})
