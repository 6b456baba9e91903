import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../../app/root-route.tsx'

const journalExportsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/journal-exports',
  component: lazyRouteComponent(() => import('./journal-exports-page.tsx'), 'JournalExportsPage'),
})

const journalProfilesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/journal-exports/profiles',
  component: lazyRouteComponent(() => import('./journal-profiles-page.tsx'), 'JournalProfilesPage'),
})

const newJournalProfileRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/journal-exports/profiles/new',
  component: lazyRouteComponent(() => import('./journal-profile-page.tsx'), 'NewJournalProfilePage'),
})

const journalProfileRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/journal-exports/profiles/$profileId',
  component: lazyRouteComponent(() => import('./journal-profile-page.tsx'), 'JournalProfilePage'),
})

const journalExportRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/journal-exports/$exportId',
  component: lazyRouteComponent(() => import('./journal-export-page.tsx'), 'JournalExportPage'),
})

/** 会計ソフトへの書き出し */
export const journalExportRoutes = [journalExportsRoute, journalProfilesRoute, newJournalProfileRoute, journalProfileRoute, journalExportRoute] as const
