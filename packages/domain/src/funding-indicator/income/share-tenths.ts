/**
 * 構成比: the shares of parts in their whole, in tenths of a percent, which sum to exactly 1000. Each share is cut down
 * to a whole tenth; the tenths left over go one each to the largest cut-off remainders, the earlier part first where
 * they are equal. So no share is a tenth or more away from the exact one, and nothing has no share.
 *
 * A part below zero has a share below zero. Where the whole is not above zero there are no shares: null.
 * @param amounts whole yen.
 */
export function shareTenths(amounts: readonly number[]): number[] | null {
  const parts = amounts.map(BigInt)
  const whole = parts.reduce((sum, part) => sum + part, 0n)
  if (whole <= 0n) return null
  const shares = parts.map((part, place) => ({ place, ...floorDivided(part * 1000n, whole) }))
  const leftOver = 1000 - shares.reduce((sum, { tenths }) => sum + tenths, 0)
  const raised = new Set(
    shares.toSorted((left, right) => Number(right.remainder - left.remainder) || left.place - right.place).slice(0, leftOver).map(({ place }) => place),
  )
  return shares.map(({ place, tenths }) => tenths + (raised.has(place) ? 1 : 0))
}

function floorDivided(amount: bigint, whole: bigint): { readonly tenths: number; readonly remainder: bigint } {
  const remainder = ((amount % whole) + whole) % whole
  return { tenths: Number((amount - remainder) / whole), remainder }
}

/** `12.3%`, `△0.4%`; `—` where there is no share. */
export function formatTenths(tenths: number | null): string {
  if (tenths === null) return '—'
  const size = Math.abs(tenths)
  return `${tenths < 0 ? '△' : ''}${Math.trunc(size / 10)}.${size % 10}%`
}
