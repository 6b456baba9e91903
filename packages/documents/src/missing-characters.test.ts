import { expect, test } from 'vitest'
import { drawPdf } from './drawn-pdf.ts'
import { readFontCharacters } from './font-characters.ts'
import { missingCharacters } from './missing-characters.ts'
import { boldFonts, regularFonts } from './paper-fonts.ts'
import { setReceiptSheets } from './papers/receipt-sheets.ts'
import { samplePaperHead } from './papers/sample-paper-head.ts'

const lacks = async (...texts: string[]) => (await missingCharacters(texts)).map(({ character, lacks: lack }) => `${character} ${lack}`)

test('names as offices write them lack nothing, rare kanji and their forms in the fonts among them', async () => {
  const names = ['髙橋・﨑山・德永・𠮷田・𨳝・㐂一郎', '株式会社ｱﾍﾞ①㈱', 'が か\u3099 é e\u0301', '一行目\n二行目\t三', '葛\u{e0100}城', '〒830-0022　TEL：0942（34）3035－①～△']
  expect(await lacks(...names)).toEqual([])
})

test('what no font has is named once, as the reader sees it', async () => {
  expect(await lacks('😀商店', '👨‍👩‍👧の会😀', '𪚥と\u{e000}', 'กข')).toEqual([
    '😀 glyph', '👨‍👩‍👧 glyph', '𪚥 glyph', '\u{e000} glyph', 'ก glyph', 'ข glyph',
  ])
})

test('a form of a kanji that the font does not have is told apart from a kanji that it does not have', async () => {
  expect(await lacks('葛\u{e0105}と辻\u{e01ef}', '𪚥\u{e0100}')).toEqual(['葛\u{e0105} variant', '辻\u{e01ef} variant', '𪚥\u{e0100} glyph'])
})

test('both weights have the same characters and forms', async () => {
  for (const [index, regular] of regularFonts.entries()) {
    const [light, bold] = await Promise.all([readFontCharacters(regular), readFontCharacters(boldFonts[index] ?? '')])
    const differs = (code: number) =>
      light.has(code) !== bold.has(code) || [0xe0100, 0xe0101, 0xe0102].some((selector) => light.hasVariation(code, selector) !== bold.hasVariation(code, selector))
    expect(Array.from({ length: 0x30000 }, (_, code) => code).filter(differs)).toEqual([])
  }
})

/** The line of the name on a receipt, as it is drawn. */
async function drawn(...payers: string[]): Promise<Uint8Array[]> {
  const plain = { number: '1', issuedOn: '', receivedOn: '', honorific: '', address: '', amount: '1', purpose: '', details: [], isOfGoods: false, note: '', seal: null, reissue: '', isVoid: false, voidReason: '' }
  const receipts = payers.map((payer) => ({ ...plain, payer, council: samplePaperHead.council }))
  const { pages } = await drawPdf(await setReceiptSheets({ ...samplePaperHead, layout: 'single', seals: new Map(), receipts }))
  return pages.map((page) => page.pixelsIn({ left: 22, top: 26, width: 60, height: 10 }))
}

test('papers show just those forms that the fonts are said to have', async () => {
  const [usual, known, unknown] = await drawn('葛', '葛\u{e0100}', '葛\u{e0105}')
  expect(known).not.toEqual(usual)
  expect(unknown).toEqual(usual)
})

test('what no font of the papers has is a box, whatever fonts the machine has: its bytes are the same everywhere', async () => {
  const [nowhere, smile, cuneiform] = await drawn('\u{e000}', '😀', '𒀀')
  expect(smile).toEqual(nowhere)
  expect(cuneiform).toEqual(nowhere)
})
