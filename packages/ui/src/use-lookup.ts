import { useEffect, useState } from 'react'

/** Fetches what fits the typed words; the signal tells that newer words have made this search pointless. */
export type Load<Found> = (query: string, signal: AbortSignal) => Promise<readonly Found[]>

export interface Lookup<Found> {
  readonly found: readonly Found[]
  readonly state: 'idle' | 'loading' | 'ready' | 'failed'
}

const pauseMilliseconds = 120

/**
 * Searches while someone types: waits for a short pause, drops answers that come too late, and keeps the
 * former results on screen until newer ones arrive. `query` is undefined while nothing is to be searched.
 */
export function useLookup<Found>(load: Load<Found>, query: string | undefined): Lookup<Found> {
  const [lookup, setLookup] = useState<Lookup<Found>>({ found: [], state: 'idle' })
  useEffect(() => {
    if (query === undefined) return undefined
    const search = new AbortController()
    setLookup((former) => ({ found: former.found, state: 'loading' }))
    const pause = setTimeout(() => {
      load(query, search.signal).then(
        (found) => {
          if (!search.signal.aborted) setLookup({ found, state: 'ready' })
        },
        () => {
          if (!search.signal.aborted) setLookup({ found: [], state: 'failed' })
        },
      )
    }, pauseMilliseconds)
    return () => {
      clearTimeout(pause)
      search.abort()
    }
    // A new `load` function on each rendering of the page must not start the search again.
  }, [query])
  return lookup
}
