/** A year's terms or rates, as far as the plan looks at them. */
interface KindRow {
  readonly duesKindId: string
}
interface RateRow extends KindRow {
  readonly areaId: string
}

export interface TermsCopySource<Terms extends KindRow, Rate extends RateRow> {
  /** The terms and 地域別の還元率 of the year that is copied from. */
  readonly terms: readonly Terms[]
  readonly rates: readonly Rate[]
  /** The kinds that have terms in the year copied to. */
  readonly takenKindIds: ReadonlySet<string>
  readonly closedKindIds: ReadonlySet<string>
  readonly closedAreaIds: ReadonlySet<string>
}

/**
 * What of a year's terms another year takes over: the kinds in use that have none there yet, with their rates by area.
 * What stands there stays, so that copying twice copies nothing the second time; and a rate that somebody has taken
 * away from terms that were copied before does not come back.
 */
export function planTermsCopy<Terms extends KindRow, Rate extends RateRow>(
  source: TermsCopySource<Terms, Rate>,
): { readonly terms: readonly Terms[]; readonly rates: readonly Rate[] } {
  const { takenKindIds, closedKindIds, closedAreaIds } = source
  const terms = source.terms.filter(({ duesKindId }) => !takenKindIds.has(duesKindId) && !closedKindIds.has(duesKindId))
  const copied = new Set(terms.map(({ duesKindId }) => duesKindId))
  return { terms, rates: source.rates.filter(({ duesKindId, areaId }) => copied.has(duesKindId) && !closedAreaIds.has(areaId)) }
}
