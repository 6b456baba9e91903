import type { AddressLabel, LabelName } from '@sasaeai/domain/letter/address-label/arrange-labels'
import { addressLines } from '@sasaeai/domain/letter/address-label/address-lines'
import type { PaperPlace } from '@sasaeai/domain/letter/address-label/envelope'
import { breakEvenly, emWidth, noBreak } from './break-words.ts'
import type { PlacedWords } from './placed-words.ts'

export type WrittenAddress = Pick<AddressLabel, 'postalCode' | 'address' | 'names'>

/** Sizes to begin with, in points. */
export interface AddressSizes {
  readonly address: number
  readonly name: number
}

export const mmPerPoint = 25.4 / 72

/** Of a line's height, in em. */
const leading = { address: 1.28, name: 1.32 }
/** Between the parts, in em of the name. */
const partGap = 0.35

/** Down to the last of these a line less is worth a smaller letter. */
const large = [1, 0.95, 0.9, 0.85, 0.8]
/** Down to what any address of the register fits in. */
export const smaller = Array.from({ length: 45 }, (_, step) => 0.78 - step * 0.016)

interface SetLine {
  readonly words: string
  readonly pt: number
  /** From the top of this line to the top of the next, in millimetres. */
  readonly heightMm: number
}

/**
 * Sets an address in a room: one line for the postal code, as many as needed for the rest, which gets smaller before
 * anything would be cut. In the middle of the room's height.
 */
export function fitAddress(written: WrittenAddress, room: PaperPlace, sizes: AddressSizes): PlacedWords[] {
  const lines = linesFor(written, room, sizes)
  const height = heightOf(lines)
  let top = room.top + Math.max(0, (room.height - height) / 2)
  return lines.map(({ words, pt, heightMm }) => {
    const placed = { words, pt, leftMm: room.left, topMm: top }
    top += heightMm
    return placed
  })
}

/** The smallest letter that some of it is set in, in points. */
export function smallestOf(placed: readonly PlacedWords[]): number {
  return Math.min(...placed.map(({ pt }) => pt))
}

function linesFor(written: WrittenAddress, room: PaperPlace, sizes: AddressSizes): SetLine[] {
  const at = (scale: number) => linesAt(written, room, { address: sizes.address * scale, name: sizes.name * scale })
  const isFitting = (lines: readonly SetLine[]) => heightOf(lines) <= room.height
  const [first, ...others] = large.map(at).filter(isFitting)
  if (first !== undefined) return others.reduce((best, lines) => (lines.length < best.length ? lines : best), first)
  for (const scale of smaller) {
    const lines = at(scale)
    if (isFitting(lines)) return lines
  }
  throw new Error('no address is that long')
}

function heightOf(lines: readonly SetLine[]): number {
  return lines.reduce((sum, { heightMm }) => sum + heightMm, 0)
}

function linesAt({ postalCode, address, names }: WrittenAddress, room: PaperPlace, sizes: AddressSizes): SetLine[] {
  const emIn = (pt: number) => room.width / (pt * mmPerPoint)
  const { first, second } = addressLines(address)
  const addressWords = [first, second].filter((part) => part !== '').flatMap((part) => breakEvenly(part, emIn(sizes.address), emWidth))
  const lines: SetLine[] = [
    ...(postalCode === '' ? [] : [`〒${postalCode}`]),
    ...addressWords,
  ].map((words) => ({ words, pt: sizes.address, heightMm: sizes.address * mmPerPoint * leading.address }))
  const gap = { words: '', pt: sizes.name, heightMm: sizes.name * mmPerPoint * partGap }
  return [...lines, gap, ...names.flatMap((name) => nameLines(name, emIn(sizes.name)).map((words) => ({ words, pt: sizes.name, heightMm: sizes.name * mmPerPoint * leading.name })))]
}

/** The 敬称 never stands alone: it goes with the end of the name. */
function nameLines({ name, honorific }: LabelName, most: number): string[] {
  return breakEvenly(honorific === '' ? name : name + noBreak + honorific, most, emWidth).map((line) => line.replace(noBreak, '　'))
}
