import type { QueryClient, QueryKey } from '@tanstack/react-query'

/** The answers that a page was drawn from on the server, each under the key of its query. */
export type PageAnswers = readonly (readonly [key: QueryKey, answer: unknown])[]

/** The id of the data block in which a page that the server has drawn brings its answers along. */
const blockId = 'page-answers'

/** Whether the server has drawn this page already: it then brings its answers along. */
export function isDrawn(): boolean {
  return document.getElementById(blockId) !== null
}

/** What a drawn page brings along. */
export function broughtAnswers(): PageAnswers {
  return JSON.parse(document.getElementById(blockId)?.textContent ?? '[]')
}

/** Answers queries without asking. They count as fresh from now on: the clocks of server and browser may differ. */
export function keepAnswers(queryClient: QueryClient, answers: PageAnswers): void {
  for (const [key, answer] of answers) queryClient.setQueryData(key, answer)
}
