import { useEffect, useEffectEvent, useState } from 'react'

/** Fetches what fits the typed words; the signal tells that newer words have made this search pointless. */
export type Load<Found> = (query: string, signal: AbortSignal) => Promise<readonly Found[]>

export interface Lookup<Found> {
  readonly found: readonly Found[]
  readonly state: 'idle' | 'loading' | 'ready' | 'failed'
}

interface Answer<Found> {
  readonly query: string
  readonly found: readonly Found[]
  readonly hasFailed: boolean
}

const pauseMilliseconds = 120

/**
 * Searches while someone types: waits for a short pause, drops answers that come too late, and keeps the
 * former results on screen until newer ones arrive. `query` is undefined while nothing is to be searched.
 */
export function useLookup<Found>(load: Load<Found>, query: string | undefined): Lookup<Found> {
  const [answer, setAnswer] = useState<Answer<Found>>()
  // Pages write `load` in place, so that it is new on each rendering; that must not start the search again.
  const search = useEffectEvent(load)
  useEffect(() => {
    if (query === undefined) return undefined
    const abort = new AbortController()
    const take = (found: readonly Found[], hasFailed: boolean) => {
      if (!abort.signal.aborted) setAnswer({ query, found, hasFailed })
    }
    const pause = setTimeout(() => {
      search(query, abort.signal).then(
        (found) => take(found, false),
        () => take([], true),
      )
    }, pauseMilliseconds)
    return () => {
      clearTimeout(pause)
      abort.abort()
    }
  }, [query])
  return { found: answer?.found ?? [], state: stateOf(query, answer) }
}

function stateOf(query: string | undefined, answer: Answer<unknown> | undefined): Lookup<unknown>['state'] {
  if (query === undefined) return 'idle'
  if (answer?.query !== query) return 'loading'
  return answer.hasFailed ? 'failed' : 'ready'
}
