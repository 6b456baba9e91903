import { notesOnPaidDues, suggestedDuesOf } from '../membership-dues/payer/supporter-dues.ts'
import type { Yen } from '../money/yen.ts'
import type { IntakeContext } from './intake-context.ts'
import type { LineReading, LineRemark } from './read-intake-line.ts'

type Ground = IntakeContext['ground']

/** Dues that a known supporter has paid already, be it the same kind or another, in the books. */
export function paidDuesWarnings({ kind, supporter }: LineReading, ground: Ground): LineRemark[] {
  if (kind?.duesKindId === undefined || kind.duesYear === undefined || supporter?.dues === undefined) return []
  const { duesKindId, duesYear } = kind
  return notesOnPaidDues(supporter.dues, { duesKindId, duesYear }, ground).map(onSupporter)
}

/** The same within a batch: an earlier line has dues of the same supporter and year. By the place of the later line. */
export function repeatedPayerWarnings(readings: readonly LineReading[]): ReadonlyMap<number, LineRemark> {
  const placesByKind = new Map<string, number>()
  const placesByPayer = new Map<string, number>()
  const warnings = new Map<number, LineRemark>()
  readings.forEach(({ kind, supporter }, place) => {
    if (kind?.duesKindId === undefined || supporter === null) return
    const payer = `${supporter.id}|${kind.duesYear}`
    const sameKind = placesByKind.get(`${payer}|${kind.duesKindId}`)
    const otherKind = placesByPayer.get(payer)
    if (sameKind !== undefined) {
      warnings.set(place, onSupporter(`${sameKind + 1}行目と同じ支援者・会員種別です。二重でないか確かめてください。`))
    } else if (otherKind !== undefined) {
      warnings.set(place, onSupporter(`${otherKind + 1}行目で、同じ支援者が${readings[otherKind]?.kind?.name ?? '会費'}も納めています。`))
    }
    placesByKind.set(`${payer}|${kind.duesKindId}`, place)
    placesByPayer.set(payer, place)
  })
  return warnings
}

function onSupporter(message: string): LineRemark {
  return { column: 'supporter', message }
}

/** What a member's 口 come to, for an amount that is still to be typed; null where nothing is known of it. */
export function suggestedDuesOfLine(
  { kind, supporter, units }: Pick<LineReading, 'kind' | 'supporter' | 'units'>,
  ground: Ground,
): { readonly units: number; readonly amountYen: Yen } | null {
  if (kind?.duesKindId === undefined || kind.duesYear === undefined || supporter?.dues === undefined) return null
  const { duesKindId, duesYear } = kind
  return suggestedDuesOf(supporter.dues, { duesKindId, duesYear, typedUnits: units }, ground)
}
