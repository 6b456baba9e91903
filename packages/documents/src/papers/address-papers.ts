import { envelopeForm, type Envelope, type EnvelopeForm, type PaperPlace, windowPlace, type WritingDirection } from '@sasaeai/domain/letter/address-label/envelope'
import { type LabelSheetMeasures, labelPlaces, labelsOnSheet } from '@sasaeai/domain/letter/address-label/label-place'
import { a4Mm } from '@sasaeai/domain/letter/address-label/label-sheet-details'
import { emWidth } from './break-words.ts'
import { type AddressSizes, fitAddress, mmPerPoint, type WrittenAddress } from './fit-address.ts'
import { fitColumnAddress } from './fit-column-address.ts'
import type { PaperCouncil, PaperHead } from './paper-head.ts'
import { type PlacedPage, type PlacedWords, setPlacedWords } from './placed-words.ts'

/** The words of each address on its paper, in the order of printing. */
export type PlacedAddresses = readonly (readonly PlacedWords[])[]

/** Printers leave this much of a sheet's edge white, in millimetres. */
const unprintableMm = 5

/** One label as it is set on its place of a sheet. */
export function setOnLabel(written: WrittenAddress, sheet: LabelSheetMeasures, index: number): PlacedWords[] {
  const place = labelPlaces(sheet)[index % labelsOnSheet(sheet)]
  if (place === undefined) throw new Error('a sheet without labels')
  return fitAddress(written, roomOn(place, sheet), labelSizes(sheet))
}

/** Room for words on a label: a little less than the label, and nothing where printers do not reach. */
function roomOn({ leftMm, topMm }: { leftMm: number; topMm: number }, { labelWidthMm, labelHeightMm }: LabelSheetMeasures): PaperPlace {
  const beside = Math.min(4, labelWidthMm * 0.08)
  const above = Math.min(2.5, labelHeightMm * 0.08)
  const left = Math.max(leftMm + beside, unprintableMm)
  const top = Math.max(topMm + above, unprintableMm)
  const right = Math.min(leftMm + labelWidthMm - beside, a4Mm.width - unprintableMm)
  const bottom = Math.min(topMm + labelHeightMm - above, a4Mm.height - unprintableMm)
  return { left, top, width: right - left, height: bottom - top }
}

function labelSizes({ labelWidthMm, labelHeightMm }: LabelSheetMeasures): AddressSizes {
  const large = Math.min(1, labelWidthMm / 86, labelHeightMm / 42)
  return { address: Math.max(8, 11 * large), name: Math.max(11, 15 * large) }
}

/** 宛名ラベル: labels as they were set on their places, the first of which is the n-th of its sheet (from 1). @throws PaperNotSet */
export function setLabelSheets({ perSheet, startAt, placed, ...head }: PaperHead & { perSheet: number; startAt: number; placed: PlacedAddresses }): Promise<Uint8Array> {
  const pages: PlacedWords[][] = []
  for (const [index, words] of placed.entries()) {
    const page = (pages[Math.floor((startAt - 1 + index) / perSheet)] ??= [])
    page.push(...words)
  }
  return setPlacedWords({ ...head, size: a4Mm, pages: pages.map((words) => ({ words })) })
}

/** 試し刷り: the outlines of the labels with their numbers, and how far from the edge the first one should be. @throws PaperNotSet */
export function setLabelTestSheet({ sheet, name, ...head }: PaperHead & { sheet: LabelSheetMeasures; name: string }): Promise<Uint8Array> {
  const { labelWidthMm: widthMm, labelHeightMm: heightMm } = sheet
  const places = labelPlaces(sheet)
  const words = places.map((place, index) => ({ words: `${index + 1}`, pt: 11, leftMm: place.leftMm + widthMm / 2 - 2, topMm: place.topMm + heightMm / 2 - 6 }))
  const [first] = places
  const notes = [name, `1枚目の左上が、紙の左端から${shown(sheet.leftMm)}mm、上端から${shown(sheet.topMm)}mmなら合っています。`, '違うときは、差をラベル用紙の「ずらし」に入れてください。']
  const noted = notes.map((note, index) => ({ words: note, pt: 6, leftMm: (first?.leftMm ?? 0) + 6, topMm: (first?.topMm ?? 0) + heightMm / 2 + index * 3 }))
  return setPlacedWords({ ...head, size: a4Mm, pages: [{ words: [...words, ...noted], outlines: places.map((place) => ({ ...place, widthMm, heightMm })) }] })
}

const shown = (mm: number) => mm.toFixed(1)

/** 封筒, one page each, as large as the envelope. @throws PaperNotSet */
export function setEnvelopes(paper: PaperHead & { envelope: Envelope; direction: WritingDirection; withSender: boolean; placed: PlacedAddresses }): Promise<Uint8Array> {
  const { envelope, direction, withSender, placed, ...head } = paper
  const form = envelopeForm(envelope, direction)
  const { width, height } = form
  const sender = withSender ? senderWords(head.council, form.sender) : []
  return setPlacedWords({ ...head, size: { width, height }, pages: placed.map((words): PlacedPage => ({ words: [...words, ...sender] })) })
}

/** One address as it is set on an envelope: its postal code in the red boxes where the envelope has them. */
export function setOnEnvelope(written: WrittenAddress, envelope: Envelope, direction: WritingDirection): PlacedWords[] {
  const { address, postalBoxes, width } = envelopeForm(envelope, direction)
  const digits = written.postalCode.replace(/\D/g, '')
  const isBoxed = postalBoxes !== null && digits.length === 7
  const boxed = isBoxed ? digitsIn(postalBoxes, digits) : []
  const rest = isBoxed ? { ...written, postalCode: '' } : written
  const sizes = envelope === 'square_2' ? { address: 17, name: 25 } : { address: 12.5, name: 19 }
  if (direction === 'horizontal') return [...boxed, ...fitAddress(rest, address, sizes)]
  const above = rest.postalCode === '' ? [] : [{ words: `〒${rest.postalCode}`, pt: sizes.address, leftMm: width - 60, topMm: address.top - 14 }]
  return [...boxed, ...above, ...fitColumnAddress(rest, address, sizes)]
}

/** A digit in the middle of each box. */
function digitsIn({ lefts, top, size }: NonNullable<EnvelopeForm['postalBoxes']>, digits: string): PlacedWords[] {
  const pt = 15
  return lefts.map((left, index) => {
    const words = digits[index] ?? ''
    return { words, pt, leftMm: left + (size.width - emWidth(words) * pt * mmPerPoint) / 2, topMm: top + (size.height - pt * mmPerPoint) / 2 }
  })
}

/** The council as the sender, each line as wide as there is room. */
function senderWords({ postalCode, address, name, phone }: PaperCouncil, place: PaperPlace): PlacedWords[] {
  const lines = [
    { words: postalCode === '' ? '' : `〒${postalCode}`, pt: 8.5 },
    { words: address, pt: 8.5 },
    { words: name, pt: 11 },
    { words: phone === '' ? '' : `電話 ${phone}`, pt: 8.5 },
  ].filter(({ words }) => words !== '')
  let top = place.top
  return lines.map(({ words, pt: wanted }) => {
    const pt = Math.min(wanted, place.width / (emWidth(words) * mmPerPoint))
    const line = { words, pt, leftMm: place.left, topMm: top }
    top += wanted * mmPerPoint * 1.5
    return line
  })
}

/** One address as it stands behind a window. */
export function setBehindWindow(written: WrittenAddress): PlacedWords[] {
  return fitAddress(written, windowPlace, { address: 9.5, name: 12 })
}

/** 窓あき封筒の宛名用紙: an A4 each, to be folded in three at the marks. @throws PaperNotSet */
export function setWindowSheets({ placed, ...head }: PaperHead & { placed: PlacedAddresses }): Promise<Uint8Array> {
  const outlines = [99, 198].map((topMm) => ({ leftMm: 6, topMm, widthMm: 4, heightMm: 0 }))
  return setPlacedWords({ ...head, size: a4Mm, pages: placed.map((words) => ({ words, outlines })) })
}
