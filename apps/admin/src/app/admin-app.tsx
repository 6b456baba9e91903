import { NavigationProvider } from '@sasaeai/ui/navigation-context'
import { ToastProvider } from '@sasaeai/ui/toast'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { AdminRouter } from './routes.tsx'
import { queryClient } from './trpc.ts'

/** Everything that all pages share: data, router, messages. */
export function AdminApp({ router, onShown }: { router: AdminRouter; onShown?: () => void }) {
  useEffect(() => onShown?.(), [onShown])
  return (
    <QueryClientProvider client={queryClient}>
      <NavigationProvider navigate={(href) => router.history.push(href)}>
        <ToastProvider>
          <RouterProvider router={router} />
        </ToastProvider>
      </NavigationProvider>
    </QueryClientProvider>
  )
}
