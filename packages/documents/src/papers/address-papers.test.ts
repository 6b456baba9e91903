import { expect, test } from 'vitest'
import { labelPlaces } from '@sasaeai/domain/letter/address-label/label-place'
import { type DrawnPage, drawPdf, type PageRectangle } from '../drawn-pdf.ts'
import * as papers from './address-papers.ts'
import type { WrittenAddress } from './fit-address.ts'
import { samplePaperHead } from './sample-paper-head.ts'

const head = { ...samplePaperHead, isDemo: false }
const none = { shiftRightMm: 0, shiftDownMm: 0 }
const of12 = { across: 2, down: 6, labelWidthMm: 86.4, labelHeightMm: 42.3, leftMm: 18.6, topMm: 21.6, columnGapMm: 0, rowGapMm: 0, ...none }
const of24 = { across: 3, down: 8, labelWidthMm: 66, labelHeightMm: 33.9, leftMm: 6, topMm: 12.9, columnGapMm: 0, rowGapMm: 0, ...none }
const spread = { across: 2, down: 6, labelWidthMm: 83.8, labelHeightMm: 42.3, leftMm: 18.6, topMm: 21.6, columnGapMm: 5.2, rowGapMm: 0, ...none }

const usual: WrittenAddress = { postalCode: '830-0022', address: 'ささえ市城南町15番地3　𠮷田ビルディング5階', names: [{ name: '髙橋　花子', honorific: '様' }] }
const long: WrittenAddress = {
  postalCode: '830-0001',
  address: 'ささえ市東櫛原町字下川原一千二百三十四番地五六　ささえ総合ビルディング東館第二十三号棟四階四〇一号室（公益社団法人ささえ地域医療福祉介護連携推進機構気付）',
  names: [{ name: '公益社団法人ささえ地域医療福祉介護連携推進機構　筑後南部広域支援センター開設準備室', honorific: '御中' }],
}
/** As long as the register lets it be, without a blank to break at. */
const longest: WrittenAddress = { postalCode: '830-0001', address: `${'字'.repeat(190)}1-2-3`, names: [{ name: '名'.repeat(100), honorific: '御中' }] }
const household: WrittenAddress = { ...usual, names: ['太郎', '花子', '一郎', '次郎'].map((given) => ({ name: `髙橋　${given}`, honorific: '様' })) }

const { setLabelTestSheet, setBehindWindow, setOnEnvelope, setOnLabel } = papers
type LabelsOn = Parameters<typeof setOnLabel>[1]
type OfEnvelope = Omit<Parameters<typeof papers.setEnvelopes>[0], 'placed'> & { labels: readonly WrittenAddress[] }
const setLabelSheets = ({ sheet, startAt, labels, ...paper }: typeof head & { sheet: LabelsOn; startAt: number; labels: readonly WrittenAddress[] }) =>
  papers.setLabelSheets({ ...paper, perSheet: sheet.across * sheet.down, startAt, placed: labels.map((label, index) => setOnLabel(label, sheet, startAt - 1 + index)) })
const setEnvelopes = ({ labels, ...paper }: OfEnvelope) => papers.setEnvelopes({ ...paper, placed: labels.map((label) => setOnEnvelope(label, paper.envelope, paper.direction)) })
const setWindowSheets = ({ labels, ...paper }: typeof head & { labels: readonly WrittenAddress[] }) => papers.setWindowSheets({ ...paper, placed: labels.map(setBehindWindow) })

const inkAt = (page: DrawnPage | undefined, place: PageRectangle) => page?.inkIn(place) ?? Number.NaN

test.each([{ sheet: of12 }, { sheet: of24 }, { sheet: spread }])('each label of $sheet.across × $sheet.down is where the sheet has it, to half a millimetre', async ({ sheet }) => {
  const { pages: [page] } = await drawPdf(await setLabelTestSheet({ ...head, sheet, name: '試し刷り' }))
  expect([page?.widthMm, page?.heightMm].map((mm) => Math.round(mm ?? 0))).toEqual([210, 297])
  const { labelWidthMm: width, labelHeightMm: height } = sheet
  for (const { leftMm, topMm } of labelPlaces(sheet)) {
    // A strip of a millimetre around the middle of each edge holds its line; half a millimetre beside it there is nothing.
    for (const left of [leftMm, leftMm + width]) {
      expect(inkAt(page, { left: left - 0.5, top: topMm + 4, width: 1, height: 5 })).toBeGreaterThan(0.1)
    }
    for (const top of [topMm, topMm + height]) {
      expect(inkAt(page, { left: leftMm + 4, top: top - 0.5, width: 10, height: 1 })).toBeGreaterThan(0.1)
    }
    expect(inkAt(page, { left: leftMm + 0.6, top: topMm + 0.6, width: width - 1.2, height: 5 })).toBe(0)
  }
})

test('a printer that is off is met by a shift', async () => {
  const shifted = { ...of12, shiftRightMm: 2, shiftDownMm: -1.5 }
  const { pages: [page] } = await drawPdf(await setLabelTestSheet({ ...head, sheet: shifted, name: '試し刷り' }))
  expect(inkAt(page, { left: 18.6 + 2 - 0.5, top: 30, width: 1, height: 5 })).toBeGreaterThan(0.1)
  expect(inkAt(page, { left: 18.6 - 0.5, top: 30, width: 1, height: 5 })).toBe(0)
  expect(inkAt(page, { left: 30, top: 21.6 - 1.5 - 0.5, width: 10, height: 1 })).toBeGreaterThan(0.1)
})

test.each([{ sheet: of12 }, { sheet: of24 }, { sheet: spread }])('nothing of a label of $sheet.across × $sheet.down leaves it, however long its words are', async ({ sheet }) => {
  const kinds = [usual, long, longest, household]
  const labels = Array.from({ length: sheet.across * sheet.down }, (_, index) => kinds[index % kinds.length] ?? usual)
  const { pages: [page], pageCount } = await drawPdf(await setLabelSheets({ ...head, sheet, startAt: 1, labels }))
  expect(pageCount).toBe(1)
  const { labelWidthMm: width, labelHeightMm: height } = sheet
  for (const { leftMm, topMm } of labelPlaces(sheet)) {
    expect(inkAt(page, { left: leftMm, top: topMm, width, height })).toBeGreaterThan(0.01)
    // A frame of a millimetre within its edges stays white.
    for (const edge of [
      { left: leftMm, top: topMm, width, height: 1 },
      { left: leftMm, top: topMm + height - 1, width, height: 1 },
      { left: leftMm, top: topMm, width: 1, height },
      { left: leftMm + width - 1, top: topMm, width: 1, height },
    ]) expect(inkAt(page, edge)).toBe(0)
  }
})

test('every character of the longest address is printed', async () => {
  const { pages: [page] } = await drawPdf(await setLabelSheets({ ...head, sheet: of24, startAt: 1, labels: [longest, long] }))
  const text = (page?.text ?? '').replaceAll(/\s/g, '')
  expect(text.match(/字/g)?.length).toBe(190 + 1)
  expect(text.match(/名/g)?.length).toBe(100)
  expect(text).toContain('1-2-3')
  for (const words of [long.address, ...long.names.map(({ name, honorific }) => name + honorific)]) expect(text).toContain(words.replaceAll(/\s/g, ''))
})

test('a part-used sheet begins where its first label is left, and goes on to the next sheet', async () => {
  const { pages, pageCount } = await drawPdf(await setLabelSheets({ ...head, sheet: of12, startAt: 11, labels: [usual, usual, usual] }))
  expect(pageCount).toBe(2)
  const [first, second] = pages
  const filled = (page: DrawnPage | undefined) => labelPlaces(of12).map(({ leftMm, topMm }) => inkAt(page, { left: leftMm, top: topMm, width: 86.4, height: 42.3 }) > 0)
  expect(filled(first).indexOf(true)).toBe(10)
  expect(filled(first).filter(Boolean)).toHaveLength(2)
  expect(filled(second).filter(Boolean)).toHaveLength(1)
  // The same label looks the same wherever it is: the second sheet's first beside the first sheet's eleventh.
  const inner = { left: 18.6 + 2, width: 80, height: 38 }
  expect(second?.pixelsIn({ ...inner, top: 21.6 + 2 }).filter((pixel) => pixel < 128).length).toBeCloseTo(first?.pixelsIn({ ...inner, top: 21.6 + 5 * 42.3 + 2 }).filter((pixel) => pixel < 128).length ?? 0, -2)
})

test.each([
  { envelope: 'long_3', direction: 'horizontal', size: [120, 235] },
  { envelope: 'long_3', direction: 'vertical', size: [120, 235] },
  { envelope: 'square_2', direction: 'horizontal', size: [240, 332] },
  { envelope: 'square_2', direction: 'vertical', size: [240, 332] },
  { envelope: 'western_long_3', direction: 'horizontal', size: [235, 120] },
  { envelope: 'western_long_3', direction: 'vertical', size: [120, 235] },
] as const)('an envelope $envelope in $direction keeps everything on it', async ({ envelope, direction, size: [width, height] }) => {
  const { pages, pageCount } = await drawPdf(await setEnvelopes({ ...head, envelope, direction, withSender: true, labels: [usual, long, longest, household] }))
  expect(pageCount).toBe(4)
  for (const page of pages) {
    expect([page.widthMm, page.heightMm].map(Math.round)).toEqual([width, height])
    for (const edge of [
      { left: 0, top: 0, width, height: 8 },
      { left: 0, top: height - 6, width, height: 6 },
      { left: 0, top: 0, width: 8, height },
      { left: width - 7.5, top: 0, width: 7.5, height },
    ]) expect(page.inkIn(edge)).toBe(0)
  }
})

test('the postal code stands in the red boxes of an envelope that has them, one digit in each', async () => {
  const { pages: [page] } = await drawPdf(await setEnvelopes({ ...head, envelope: 'long_3', direction: 'vertical', withSender: false, labels: [{ ...usual, postalCode: '888-8888' }] }))
  const lefts = [0, 7, 14, 21.6, 28.4, 35.2, 42].map((left) => 120 - 8 - 47.7 + left)
  for (const left of lefts) expect(inkAt(page, { left, top: 12, width: 5.7, height: 8 })).toBeGreaterThan(0.03)
  for (const left of lefts) expect(inkAt(page, { left: left + 5.7, top: 12, width: 1, height: 8 })).toBe(0)
})

test('in a column ー is a stroke that stands upright, and numbers are 漢数字', async () => {
  const drawn = await drawPdf(await setEnvelopes({ ...head, envelope: 'long_3', direction: 'vertical', withSender: false, labels: [{ ...usual, postalCode: '', address: 'ーーーーーーーー', names: [{ name: '名', honorific: '様' }] }] }))
  // A column of them is one thin upright line: narrow, and long.
  const [page] = drawn.pages
  const columnLeft = 34 + 74 - 12.5 * 25.4 / 72
  expect(inkAt(page, { left: columnLeft, top: 28, width: 1.2, height: 30 })).toBe(0)
  expect(inkAt(page, { left: columnLeft + 1.6, top: 28, width: 1.2, height: 30 })).toBeGreaterThan(0.15)
  const { pages: [numbers] } = await drawPdf(await setEnvelopes({ ...head, envelope: 'long_3', direction: 'vertical', withSender: false, labels: [usual] }))
  expect(numbers?.text.replaceAll(/\s/g, '')).toContain('一五番地三')
})

test('behind a window the address stands where every window shows it', async () => {
  const { pages } = await drawPdf(await setWindowSheets({ ...head, labels: [usual, long, longest, household] }))
  for (const page of pages) {
    expect(page.inkIn({ left: 22, top: 12, width: 65, height: 24 })).toBeGreaterThan(0.01)
    for (const beside of [{ left: 11, top: 0, width: 199, height: 12 }, { left: 11, top: 36, width: 199, height: 60 }, { left: 87, top: 12, width: 123, height: 24 }]) expect(page.inkIn(beside)).toBe(0)
  }
})
