import type { AppRouter } from '@sasaeai/api'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink, httpLink, isTRPCClientError, splitLink } from '@trpc/client'
import type { inferRouterOutputs } from '@trpc/server'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import { takeEarlyAnswer } from './early-answers.ts'

export const queryClient: QueryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 10_000, retry: (failures, error) => failures < 1 && !isAnswered(error) },
  },
  queryCache: new QueryCache({ onError: noticeEndOfSession }),
  mutationCache: new MutationCache({ onError: noticeEndOfSession }),
})

/** Where the API is; what the first script of the page has asked for already is not asked for again. */
const server = {
  url: '/trpc',
  fetch: (address, init) => {
    const early = typeof address === 'string' && init?.method === 'GET' ? takeEarlyAnswer(address) : undefined
    return early ?? fetch(address, { ...init, signal: init?.signal ?? null })
  },
} satisfies Pick<Parameters<typeof httpLink>[0], 'url' | 'fetch'>

const client = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      // Asked for alone, figures can be answered with 304: in a batch the answer would never be the same twice. And the
      // rows of a list do not wait for what its filters need.
      condition: ({ path }) =>
        path.startsWith('fundingIndicator.') || path.startsWith('executive.') || path === 'ledger.postings' || path === 'membershipDues.progress' || path === 'membershipDues.member.list',
      true: httpLink(server),
      false: httpBatchLink({ ...server, maxURLLength: 2_000 }),
    }),
  ],
})

/** The API, as `useQuery(trpc.area.list.queryOptions(…))` and `useMutation(trpc.area.move.mutationOptions())`. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient })

/** What each procedure answers, as the server declares it: `RouterOutput['area']['list'][number]`. */
export type RouterOutput = inferRouterOutputs<AppRouter>

/** Whether the server refused because nobody is signed in (any more). */
export function isSignedOut(error: unknown): boolean {
  return isTRPCClientError<AppRouter>(error) && error.data?.code === 'UNAUTHORIZED'
}

/** What to tell a person when a request failed altogether; expected refusals are values and never come here. */
export function faultMessage(error: unknown): string {
  return isAnswered(error) && error instanceof Error
    ? error.message
    : 'サーバーに接続できません。通信を確かめて、もう一度お試しください。'
}

/** Whether the server answered at all. An answer, if a refusing one, will not get better by asking again; a lost connection may. */
export function isAnswered(error: unknown): boolean {
  return isTRPCClientError<AppRouter>(error) && error.data != null
}

/** The shell watches who is signed in and asks for a new sign-in over the page, so that nothing typed is lost. */
function noticeEndOfSession(error: unknown): void {
  const me = trpc.user.me.queryFilter()
  const isKnown = queryClient.getQueryState(trpc.user.me.queryKey())?.error
  if (isSignedOut(error) && isKnown == null) void queryClient.invalidateQueries(me)
}
