import type { QueryClient } from '@tanstack/react-query'

/**
 * Reads whatever stands on screen anew, once a command has changed something. What is on its way for the first time is asked for
 * once more: it may have been read before the command, and the library alone would let that answer stand.
 */
export async function readAnew(queryClient: QueryClient): Promise<void> {
  await queryClient.cancelQueries({ fetchStatus: 'fetching', predicate: ({ state }) => state.data === undefined })
  await queryClient.invalidateQueries()
}
