import { expect, test } from 'vitest'
import { drawPdf } from '../drawn-pdf.ts'
import { setDonationApplication } from './donation-application.ts'
import { samplePaperHead } from './sample-paper-head.ts'

const choices = [
  { label: '種類', options: ['一般寄附', '指定寄附', '香典返し', 'お祝い返し', 'イベント益金', '遺贈', 'マンスリー', '物品'].map((words) => ({ words, isChosen: words === '香典返し' })) },
  { label: '芳名の掲載', options: ['実名', '匿名', '実名（金額は載せない）'].map((words) => ({ words, isChosen: false })) },
]

test('the application is one page, filled or blank, with rare characters as they are written and nothing outside the margins', async () => {
  const lines = ['お名前', 'フリガナ', 'ご住所', '電話番号', '金額・品名', '使いみち', '故人', '喪主・続柄', 'お祝い・行事', '通信欄']
  for (const text of ['髙橋 𠮷郎 ささえ市日吉町一丁目二番三号ささえマンション四〇五号室と、たいへん長い言葉', '']) {
    const { pageCount, pages } = await drawPdf(await setDonationApplication({
      ...samplePaperHead, dayWords: '令和　　年　　月　　日', choices, lines: lines.map((label) => ({ label, text })),
    }))
    expect(pageCount).toBe(1)
    const words = pages[0]?.text.replaceAll(/\s/g, '') ?? ''
    for (const said of ['寄附申込書', '■香典返し', '□一般寄附', '芳名の掲載', '寄附は任意です', ...(text === '' ? [] : ['髙橋𠮷郎'])]) expect(words).toContain(said)
    for (const margin of [{ left: 0, top: 0, width: 15, height: 296 }, { left: 195, top: 0, width: 14, height: 296 }]) expect(pages[0]?.inkIn(margin)).toBe(0)
  }
})
