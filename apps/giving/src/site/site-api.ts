import type { AppRouter } from '@sasaeai/api'
import { createTRPCClient, httpLink } from '@trpc/client'

/** The server, as a browser asks it. */
export const siteApi = createTRPCClient<AppRouter>({ links: [httpLink({ url: '/trpc' })] })
