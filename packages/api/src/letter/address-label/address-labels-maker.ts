import { type PlacedAddresses, setBehindWindow, setEnvelopes, setLabelSheets, setOnEnvelope, setOnLabel, setWindowSheets } from '@sasaeai/documents/papers/address-papers'
import { smallestOf } from '@sasaeai/documents/papers/fit-address'
import type { PaperHead } from '@sasaeai/documents/papers/paper-head'
import type { PlacedWords } from '@sasaeai/documents/papers/placed-words'
import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import type { LabelPaper } from '@sasaeai/domain/letter/address-label/address-label-choices'
import { addressLabelsOrderSchema } from '@sasaeai/domain/letter/address-label/address-label-choices'
import { type AddressLabel, leftOutWords } from '@sasaeai/domain/letter/address-label/arrange-labels'
import { type LabelRecipients, labelRecipientsNames } from '@sasaeai/domain/letter/address-label/label-recipients'
import { type LabelSheetMeasures, labelsOnSheet } from '@sasaeai/domain/letter/address-label/label-place'
import { fail, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../../deps.ts'
import { noteMissingCharacters } from '../../document/note-missing-characters.ts'
import { type MadePaper, type PaperDesk, paperMaker, pdfType } from '../../document/paper-maker.ts'
import { readPaperHead } from '../../document/read-paper-head.ts'
import { makeAddressTable } from './address-table.ts'
import { mostRecipients, readLabels, type WantedLabels } from './read-labels.ts'
import type { RecipientSources } from './recipient-sources.ts'

/** Below this, in points, an address is hard to read for people and for machines. */
const smallPt = 6

/** 宛名: labels, envelopes, sheets for window envelopes, or the list for other programs. The sources come from where all terms are known. */
export function addressLabelsMakerOf(sources: RecipientSources) {
  return paperMaker('address_labels', addressLabelsOrderSchema, {
    async title(deps, { recipients, paper }) {
      const sheet = paper.form === 'labels' ? await readSheet(deps, paper.labelSheetId) : undefined
      const whose = await nameOf(deps, recipients)
      if (sheet === null || whose === null) return fail('document_subject_gone')
      if (paper.form === 'labels' && sheet !== undefined && paper.startAt > labelsOnSheet(sheet)) return fail('document_not_ready', { about: `この用紙は${labelsOnSheet(sheet)}枚です。開始の位置を選び直してください。` })
      return succeed(`${paperWords[paper.form]} ${whose}`)
    },
    async make(desk, { recipients, choices, paper }) {
      const wanted = await readLabels(desk.deps, sources, { recipients, choices })
      noteWhatIsLeftOut(desk, wanted)
      const { labels, leftOut } = wanted
      await desk.expect(labels.length + leftOut.length)
      if (labels.length === 0) return null
      const name = `${paperWords[paper.form]}_${formatLocalDate(desk.day)}`
      const made = paper.form === 'table' ? await makeAddressTable(desk, labels, { name, format: paper.format }) : await makePdf(desk, labels, { name, paper })
      await desk.advance(paper.form === 'table' ? labels.length + leftOut.length : leftOut.length)
      return made === null ? null : { ...made, handedOut: { action: 'address_label.print', after: handedOut(labels, { recipients, paper }) } }
    },
  })
}

const paperWords: Record<LabelPaper['form'], string> = { labels: '宛名ラベル', envelopes: '封筒', window: '窓あき封筒の宛名用紙', table: '宛名の一覧' }

async function nameOf({ db }: Deps, recipients: LabelRecipients): Promise<string | null> {
  if (recipients.of !== 'supporter') return labelRecipientsNames[recipients.of]
  const supporter = await db.prisma.supporter.findUnique({ where: { id: recipients.filter.supporterId }, select: { name: true } })
  return supporter?.name ?? null
}

function readSheet({ db }: Deps, labelSheetId: string): Promise<LabelSheetMeasures | null> {
  return db.prisma.labelSheet.findUnique({ where: { id: labelSheetId } })
}

function noteWhatIsLeftOut(desk: PaperDesk, { labels, leftOut, nameless, isTooMany }: WantedLabels): void {
  if (isTooMany) desk.note({ subject: '', message: `宛先が${mostRecipients.toLocaleString('ja-JP')}人より多いため、作成していません。地域や種類で絞り込んでください。` })
  if (nameless > 0) desk.note({ subject: '', message: `支援者が登録されていないもの（匿名・自治会の束など）が${nameless.toLocaleString('ja-JP')}件あり、宛名はありません。`, isMade: true })
  for (const { number, name, reason } of leftOut) desk.note({ subject: `${number} ${name}`, message: leftOutWords[reason] })
  for (const { postalCode, names, numbers } of labels) {
    if (postalCode === '') desk.note({ subject: `${numbers[0] ?? ''} ${names[0]?.name ?? ''}`, message: '郵便番号がありません。', isMade: true })
  }
}

async function makePdf(desk: PaperDesk, labels: readonly AddressLabel[], { name, paper }: { name: string; paper: Exclude<LabelPaper, { form: 'table' }> }): Promise<MadePaper | null> {
  const sheet = paper.form === 'labels' ? await readSheet(desk.deps, paper.labelSheetId) : null
  const placing = placingOn(paper, sheet)
  if (placing === null) return null
  await noteMissingCharacters(desk, labels.map(({ names, address }) => ({ subject: names[0]?.name ?? '', words: { names, address } })))
  const placed = await placeAll(desk, labels, placing.place)
  const head = await readPaperHead(desk, { title: name, day: desk.day })
  return { fileName: `${name}.pdf`, mediaType: pdfType, bytes: await placing.set({ ...head, placed }) }
}

/** A server that places thousands of labels answers others in between. */
const atOnce = 100

async function placeAll(desk: PaperDesk, labels: readonly AddressLabel[], place: Placing['place']): Promise<PlacedWords[][]> {
  const placed: PlacedWords[][] = []
  for (const [index, label] of labels.entries()) {
    if (index % atOnce === 0) await new Promise(setImmediate)
    const words = place(label, index)
    const pt = smallestOf(words)
    if (pt < smallPt) desk.note({ subject: label.names[0]?.name ?? '', message: `宛名が長いため、文字が${pt.toFixed(1)}ポイントになっています。`, isMade: true })
    placed.push(words)
    await desk.advance()
  }
  return placed
}

interface Placing {
  readonly place: (label: AddressLabel, index: number) => PlacedWords[]
  readonly set: (paper: PaperHead & { placed: PlacedAddresses }) => Promise<Uint8Array>
}

/** Null when the sheet is gone. */
function placingOn(paper: Exclude<LabelPaper, { form: 'table' }>, sheet: LabelSheetMeasures | null): Placing | null {
  switch (paper.form) {
    case 'labels': {
      const { startAt } = paper
      return sheet === null ? null : { place: (label, index) => setOnLabel(label, sheet, startAt - 1 + index), set: (head) => setLabelSheets({ ...head, perSheet: labelsOnSheet(sheet), startAt }) }
    }
    case 'envelopes': {
      const { envelope, direction, withSender } = paper
      return { place: (label) => setOnEnvelope(label, envelope, direction), set: (head) => setEnvelopes({ ...head, envelope, direction, withSender }) }
    }
    case 'window':
      return { place: setBehindWindow, set: setWindowSheets }
  }
}

/** More numbers than this are not written into the log: the file that is kept has them all. */
const mostNumbers = 100

/** For the log: how many addresses went out, of which list, and whose where it can be said in a line. */
function handedOut(labels: readonly AddressLabel[], { recipients, paper }: { recipients: LabelRecipients; paper: LabelPaper }) {
  const numbers = labels.flatMap((label) => label.numbers)
  const named = numbers.slice(0, mostNumbers).join('、')
  return {
    title: paperWords[paper.form],
    addressedFrom: labelRecipientsNames[recipients.of],
    count: labels.length,
    people: numbers.length,
    supporterNumbers: numbers.length > mostNumbers ? `${named} ほか${numbers.length - mostNumbers}人（帳票に残っています）` : named,
  }
}
