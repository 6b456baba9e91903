import type { Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { addDays, type LocalDate, localDate } from '@sasaeai/domain/calendar/local-date'
import { type BookedEntry, idAt } from './book-bundles.ts'
import { codes } from './demo-bundle.ts'
import type { DemoOffice } from './demo-ground.ts'
import { nearestOfficeDay } from './office-days.ts'
import { randomStream } from './random-stream.ts'

interface Desk {
  readonly office: DemoOffice
  readonly today: LocalDate
  readonly yearsAgo: number
}

/** So many forms are in a block, and so many are kept back for the next year. */
const blockSize = 50
const mostIssued = 38

/**
 * 領収書用紙: one block a year, for the companies that gave to 赤い羽根. One form is spoiled each year; what is left of
 * earlier years went back in February, and of the year before it is carried on.
 */
export async function layReceiptForms(tx: Tx, { office, today, yearsAgo }: Desk, { year, entries }: { year: FiscalYear; entries: readonly BookedEntry[] }): Promise<void> {
  const receivedOn = nearestOfficeDay(localDate(`${year}-09-25`))
  if (receivedOn >= today) return
  const firstNumber = 1_201 + (year - 2_020) * blockSize
  const lastNumber = firstNumber + blockSize - 1
  const blockId = idAt(new Date(`${receivedOn}T02:00:00Z`), randomStream(20_261_211 + year))
  await tx.receiptFormBlock.create({
    data: { id: blockId, fiscalYear: year, series: '領収書 A', firstNumber, lastNumber, receivedOn: toDateColumn(receivedOn), keeper: '事務局の金庫' },
  })
  const given = giftsOf(office, entries, year).filter(({ entry }) => nearestOfficeDay(addDays(entry.entryDate, 1)) < today).slice(0, mostIssued)
  const payers = await tx.supporter.findMany({ where: { id: { in: given.flatMap(({ entry }) => entry.payerId ?? []) } }, select: { id: true, name: true } })
  const names = new Map(payers.map((payer) => [payer.id, payer.name]))
  const issued = given.map(({ entry }, index) => ({
    // The eighth form of the year was spoiled.
    blockId, number: firstNumber + index + (index < 7 ? 0 : 1), state: 'issued' as const, usedOn: toDateColumn(nearestOfficeDay(addDays(entry.entryDate, 1))),
    recipient: names.get(entry.payerId ?? '') ?? '', amountYen: BigInt(entry.postings.find(({ amountYen }) => amountYen > 0)?.amountYen ?? 0), entryId: entry.id,
  }))
  const spoiled = issued.length <= 7 ? [] : [{ blockId, number: firstNumber + 7, state: 'spoiled' as const, usedOn: issued[7]?.usedOn ?? toDateColumn(receivedOn), note: '宛名の書き誤り' }]
  const next = (issued.at(-1)?.number ?? firstNumber - 1) + 1
  const returnedOn = toDateColumn(nearestOfficeDay(localDate(`${year + 1}-02-10`)))
  const left = yearsAgo < 2 ? [] : Array.from({ length: lastNumber - next + 1 }, (_, index) => ({ blockId, number: next + index, state: 'returned' as const, usedOn: returnedOn, note: '' }))
  await tx.receiptForm.createMany({ data: [...issued, ...spoiled, ...left] })
}

/** Companies' gifts to 赤い羽根 that stand, in the order in which they came. */
function giftsOf(office: DemoOffice, entries: readonly BookedEntry[], year: FiscalYear): BookedEntry[] {
  const campaignId = office.campaign(year, codes.campaign.redFeather)
  const methodId = office.method(codes.method.corporate)
  const undone = new Set(entries.flatMap(({ entry }) => (entry.reversesEntryId === undefined ? [] : [entry.reversesEntryId])))
  return entries
    .filter(({ entry }) => entry.kind === 'receipt' && entry.payerId !== undefined && !undone.has(entry.id))
    .filter(({ entry }) => entry.postings.some((posting) => posting.campaignId === campaignId && posting.collectionMethodId === methodId))
    .toSorted((left, right) => (left.entry.entryDate < right.entry.entryDate ? -1 : 1))
}
