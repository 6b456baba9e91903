/** Minutes to wait after the first, second … attempt; altogether about a day, after which a person has to look at it. */
const waitMinutes = [1, 5, 15, 60, 180, 360, 720] as const

/** How long to wait after so many attempts, in milliseconds; null when there have been enough. */
export function retryMailAfterMs(attempts: number): number | null {
  const minutes = waitMinutes[attempts - 1]
  return minutes === undefined ? null : minutes * 60_000
}
