import { createRootRoute, createRoute } from '@tanstack/react-router'
import { AdminShell } from './admin-shell.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { PageError } from './page-error.tsx'

/** Every page; those that hang here directly have no shell and need no sign-in. */
export const rootRoute = createRootRoute({ notFoundComponent: NotFoundPage, errorComponent: PageError })

/** The parent of every page for signed-in people. */
export const staffRoute = createRoute({ getParentRoute: () => rootRoute, id: 'staff', component: AdminShell })
