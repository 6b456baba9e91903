/** The whole, in hundredths of a percent. */
export const wholeBasisPoints = 10_000

/** A rate in hundredths of a percent as it is printed: 4000 is `40%`, 3350 is `33.5%`, 5 is `0.05%`. */
export function formatBasisPoints(basisPoints: number): string {
  return `${percentText(basisPoints)}%`
}

/** The same without its sign, as a field beside which the sign stands holds it: 3350 is `33.5`. */
export function percentText(basisPoints: number): string {
  const [whole, hundredths] = [Math.trunc(basisPoints / 100), basisPoints % 100]
  return hundredths === 0 ? String(whole) : `${whole}.${String(hundredths).padStart(2, '0').replace(/0$/, '')}`
}

/**
 * A rate as people type it, in hundredths of a percent: `40`, `４０％`, `33.5%`, `0.05`. Null for what is no rate from 0
 * to 100 %, or has more than two decimals, which would have to be rounded.
 */
export function parseBasisPoints(text: string): number | null {
  const typed = /^(\d{1,3})(?:\.(\d{1,2}))?\s*%?$/.exec(text.normalize('NFKC').trim())
  if (typed === null) return null
  // Digit by digit: 33.35 × 100 is 3334.9999999999995 as a double.
  const basisPoints = Number(typed[1]) * 100 + Number((typed[2] ?? '').padEnd(2, '0'))
  return basisPoints <= wholeBasisPoints ? basisPoints : null
}
