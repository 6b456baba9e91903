import { addressLines } from '@sasaeai/domain/letter/address-label/address-lines'
import { inColumn } from '@sasaeai/domain/letter/address-label/in-column'
import type { PaperPlace } from '@sasaeai/domain/letter/address-label/envelope'
import { breakEvenly, breakWords, emHeight } from './break-words.ts'
import { type AddressSizes, mmPerPoint, smaller, type WrittenAddress } from './fit-address.ts'
import type { PlacedWords } from './placed-words.ts'

/** From one column to the next, in em. */
const columnPitch = { address: 1.35, name: 1.5 }
/** How far names begin below the address, and the second part of an address below the first, in em. */
const indent = { name: 2, second: 1 }
/** Between a name and its 敬称, in em. */
const beforeHonorific = 0.6

interface Columns {
  readonly placed: readonly PlacedWords[]
  /** What they take from right to left, in millimetres. */
  readonly widthMm: number
}

/** 縦書き: the address from the right, the names left of it, larger. All of it gets smaller before anything would be cut. */
export function fitColumnAddress(written: WrittenAddress, room: PaperPlace, sizes: AddressSizes): PlacedWords[] {
  for (const scale of [1, 0.94, 0.88, 0.82, ...smaller]) {
    const columns = columnsAt(written, room, { address: sizes.address * scale, name: sizes.name * scale })
    if (columns.widthMm <= room.width) return [...columns.placed]
  }
  throw new Error('no address is that long')
}

function columnsAt({ address, names }: WrittenAddress, room: PaperPlace, sizes: AddressSizes): Columns {
  const addressMm = sizes.address * mmPerPoint
  const nameMm = sizes.name * mmPerPoint
  const { first, second } = addressLines(address)
  const emIn = (mm: number, less: number) => Math.max(1, Math.floor(room.height / mm - less))
  const addressColumns = [
    ...breakWords(inColumn(first), emIn(addressMm, 0), emHeight).map((words) => ({ words, below: 0 })),
    ...(second === '' ? [] : breakWords(inColumn(second), emIn(addressMm, indent.second), emHeight)).map((words) => ({ words, below: indent.second })),
  ]
  const right = room.left + room.width
  const placedAddress = addressColumns.map(({ words, below }, index) => ({
    words,
    pt: sizes.address,
    leftMm: right - addressMm * (1 + index * columnPitch.address),
    topMm: room.top + below * addressMm,
    isColumn: true,
  }))
  const addressWidth = addressMm * (1 + (addressColumns.length - 1) * columnPitch.address)
  const longestTail = Math.max(...names.map(({ honorific }) => emHeight(honorific)))
  const named = names.map(({ name, honorific }) => ({ columns: breakEvenly(inColumn(name), emIn(nameMm, indent.name + beforeHonorific + longestTail), emHeight), honorific }))
  const nameColumns = named.flatMap(({ columns }) => columns).length
  const nameWidth = nameMm * (1 + (nameColumns - 1) * columnPitch.name)
  // In the middle where the address leaves the middle free.
  const gap = nameMm * 0.7
  const nameRight = Math.min(right - addressWidth - gap, room.left + room.width / 2 + nameWidth / 2)
  const lowest = Math.max(...named.map(({ columns }) => emHeight(columns.at(-1) ?? '')))
  let place = 0
  const placedNames = named.flatMap(({ columns, honorific }) =>
    columns.flatMap((words, index) => {
      const leftMm = nameRight - nameMm * (1 + place * columnPitch.name)
      place += 1
      const topMm = room.top + indent.name * nameMm
      const column = { words, pt: sizes.name, leftMm, topMm, isColumn: true }
      const isLast = index === columns.length - 1
      // 敬称 of people who live together stand side by side.
      return isLast && honorific !== '' ? [column, { ...column, words: honorific, topMm: topMm + (lowest + beforeHonorific) * nameMm }] : [column]
    }),
  )
  return { placed: [...placedAddress, ...placedNames], widthMm: right - (nameRight - nameWidth) }
}
