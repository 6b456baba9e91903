import type { FiscalYear } from '../../calendar/fiscal-year.ts'
import { formatFiscalYear } from '../../calendar/japanese-era.ts'
import { type LocalDate, partsOf } from '../../calendar/local-date.ts'
import type { DuesKindId } from '../../ids.ts'
import type { GroundData } from '../../ledger/ground-data.ts'
import { yen, type Yen } from '../../money/yen.ts'
import { duesTermsOfYear } from '../terms/dues-terms-of-year.ts'

/** Dues that a supporter has paid, as the books have them; what was taken back is left out. */
export interface PaidDues {
  readonly duesKindId: DuesKindId
  readonly duesYear: FiscalYear
  readonly entryNumber: number
  readonly entryDate: LocalDate
  /** The area that they came through; null for 直接. */
  readonly areaName: string | null
}

/** A membership that is in force. */
export interface HeldMembership {
  readonly duesKindId: DuesKindId
  /** 口 of today; null where none are recorded. */
  readonly units: number | null
}

/** What the desk wants to know of a supporter who pays dues: of this fiscal year, the one before and the next. */
export interface SupporterDues {
  /** The newest first. */
  readonly paid: readonly PaidDues[]
  readonly memberships: readonly HeldMembership[]
}

/** Dues that are being taken in. */
export interface DuesAtHand {
  readonly duesKindId: DuesKindId
  readonly duesYear: FiscalYear
}

/**
 * What is worth a second look when a supporter pays dues: the same dues are in the books already, or dues of another
 * kind are. Sentences for people; none of them keeps the money from being taken.
 */
export function notesOnPaidDues(
  { paid }: Pick<SupporterDues, 'paid'>,
  atHand: DuesAtHand,
  { duesKinds }: Pick<GroundData, 'duesKinds'>,
): string[] {
  const ofYear = paid.filter(({ duesYear }) => duesYear === atHand.duesYear)
  const nameOf = (kindId: DuesKindId) => duesKinds.get(kindId)?.name ?? '会費'
  const [same, ...moreOfSame] = ofYear.filter(({ duesKindId }) => duesKindId === atHand.duesKindId)
  const others = new Map(ofYear.filter(({ duesKindId }) => duesKindId !== atHand.duesKindId).map((each) => [each.duesKindId, each]))
  const more = moreOfSame.length === 0 ? '' : `、ほか${moreOfSame.length}件`
  return [
    ...(same === undefined
      ? []
      : [`この支援者は${formatFiscalYear(same.duesYear)}の${nameOf(same.duesKindId)}を${dayOf(same)}に納入済みです（${slipOf(same)}${more}）。`]),
    ...[...others.values()].map(
      (each) => `この支援者は同じ年度の${nameOf(each.duesKindId)}も納めています（${dayOf(each)}、${slipOf(each)}）。`,
    ),
  ]
}

/**
 * 口 × 目安 of a member: how many 口 and what they come to. Null where the kind is not counted by 口 in the year, or
 * the supporter is no member of it.
 * @param typedUnits the 口 on the slip, which go before those of the membership.
 */
export function suggestedDuesOf(
  { memberships }: Pick<SupporterDues, 'memberships'>,
  { duesKindId, duesYear, typedUnits }: DuesAtHand & { readonly typedUnits: number | null },
  ground: Pick<GroundData, 'duesKinds'>,
): { readonly units: number; readonly unitYen: Yen; readonly amountYen: Yen } | null {
  const terms = duesTermsOfYear(ground, duesKindId, duesYear)
  const membership = memberships.find((each) => each.duesKindId === duesKindId)
  const units = membership === undefined ? null : (typedUnits ?? membership.units)
  if (terms?.unit !== 'unit' || terms.unitYen === null || units === null || units === 0) return null
  return { units, unitYen: terms.unitYen, amountYen: yen(terms.unitYen * units) }
}

function dayOf({ entryDate }: PaidDues): string {
  const { month, day } = partsOf(entryDate)
  return `${month}月${day}日`
}

function slipOf({ entryNumber, areaName }: PaidDues): string {
  return `伝票${entryNumber}、${areaName === null ? '直接' : `${areaName}経由`}`
}
