import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink } from '@trpc/client'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import { createRoot } from 'react-dom/client'
import type { BareRouter } from '../bare-server.ts'

const queryClient = new QueryClient()
const client = createTRPCClient<BareRouter>({ links: [httpBatchLink({ url: '/trpc' })] })
const trpc = createTRPCOptionsProxy<BareRouter>({ client, queryClient })

/** A table of postings and nothing else: no sign-in, no router, no styles. */
function BarePage() {
  const { data } = useQuery(trpc.postings.queryOptions())
  return (
    <table>
      <tbody>
        {data?.map((row) => (
          <tr key={`${row.entryId}.${row.lineNumber}`}>
            <td>{row.entryDate}</td>
            <td>{row.entryNumber}</td>
            <td>{row.description}</td>
            <td>{row.source}</td>
            <td>{row.amountYen.toLocaleString('ja-JP')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const root = document.querySelector('#root')
if (root !== null) createRoot(root).render(<QueryClientProvider client={queryClient}><BarePage /></QueryClientProvider>)
