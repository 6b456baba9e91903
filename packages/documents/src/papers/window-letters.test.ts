import { expect, test } from 'vitest'
import { drawPdf } from '../drawn-pdf.ts'
import { type WindowLetter, setWindowLetters } from './window-letters.ts'
import { samplePaperHead } from './sample-paper-head.ts'

const letter: WindowLetter = {
  postalCode: '830-0022',
  address: 'ささえ市城南町15番地3　𠮷田ビルディング5階',
  name: '株式会社ささえ髙橋製作所　筑後営業所',
  honorific: '御中',
  title: '令和8年度　社協会費（法人会費）　ご協力のお願い',
  paragraphs: ['時下ますますご清栄のこととお慶び申し上げます。', '会費は任意です。'],
  facts: [
    { label: '会費の目安', text: '1口 5,000円' },
    { label: '会員の特典', text: '広報紙にお名前を掲載します\n会員証をお贈りします' },
  ],
}
const drawn = async (letters: WindowLetter[]) =>
  drawPdf(await setWindowLetters({ ...samplePaperHead, issuedOn: '令和8年6月1日', letters }))

/** What the window of the envelope shows however the sheet lies in it; see the template. */
const window = { left: 22, top: 12, width: 65, height: 24 }
/** What it may show beside that when the sheet lies at one side: nothing else may stand there. */
const around = [
  { left: 0, top: 8, width: 21.5, height: 48 },
  { left: 88, top: 14, width: 24.5, height: 43 },
  { left: 22, top: 36.5, width: 66, height: 20 },
]

test('the address stands in the window, and nothing else can be seen through it', async () => {
  const longest = {
    ...letter,
    address: 'ささえ市東櫛原町字下川原一千二百三十四番地五六　ささえ総合ビルディング東館第二十三号棟四階四〇一',
    name: '公益社団法人ささえ地域医療福祉介護連携推進機構　筑後南部広域支援センター準備室',
  }
  const { pageCount, pages } = await drawn([letter, longest, { ...letter, postalCode: '', name: '支援　太郎', honorific: '様' }])
  expect(pageCount).toBe(3)
  for (const page of pages) {
    expect(page.inkIn(window)).toBeGreaterThan(0.01)
    for (const place of around) expect(page.inkIn(place)).toBe(0)
  }
})

test('benefits keep their lines, and letters say that giving is voluntary', async () => {
  const { pages } = await drawn([letter])
  expect(pages[0]?.text).toMatch(/広報紙にお名前を掲載します\s+会員証をお贈りします/)
  expect(pages[0]?.text).toContain('会費は任意です')
  expect(pages[0]?.inkIn({ left: 0, top: 0, width: 4, height: 297 })).toBe(0)
})
