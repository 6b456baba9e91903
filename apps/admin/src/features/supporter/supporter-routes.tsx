import { type AreaId, id, idIn, type SupporterId } from '@sasaeai/domain/ids'
import { type SupporterKind, supporterKinds } from '@sasaeai/domain/supporter/supporter-kind'
import { choiceIn, wordsIn } from '@sasaeai/domain/text/address-value'
import { type YearRun, yearRuns } from '@sasaeai/domain/ledger/year-run'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../app/root-route.tsx'
import { type SupporterTab, supporterTabs } from './supporter-tabs.ts'

/** The filters of the list, as they stand in the address; what cannot be read is left out. */
export interface SupporterSearch {
  readonly text?: string | undefined
  readonly kind?: SupporterKind | undefined
  readonly areaId?: AreaId | undefined
  readonly withClosed?: boolean | undefined
}

/** Which part of a supporter's page is in sight, and how its years run. */
export interface SupporterPageSearch {
  readonly tab?: SupporterTab | undefined
  readonly run?: YearRun | undefined
}

function supporterSearchOf(search: Readonly<Record<string, unknown>>): SupporterSearch {
  const { withClosed } = search
  return {
    text: wordsIn(search['text'], 100),
    kind: choiceIn(supporterKinds, search['kind']),
    areaId: idIn(search['areaId']),
    withClosed: typeof withClosed === 'boolean' ? withClosed : undefined,
  }
}

const supportersRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/supporters',
  validateSearch: supporterSearchOf,
  component: lazyRouteComponent(() => import('./supporters-page.tsx'), 'SupportersPage'),
})

const newSupporterRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/supporters/new',
  component: lazyRouteComponent(() => import('./new-supporter-page.tsx'), 'NewSupporterPage'),
})

const supporterRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/supporters/$supporterId',
  validateSearch: (search: Record<string, unknown>): SupporterPageSearch => ({ tab: choiceIn(supporterTabs, search['tab']), run: choiceIn(yearRuns, search['run']) }),
  params: { parse: ({ supporterId }) => ({ supporterId: id<'SupporterId'>(supporterId) }) },
  component: lazyRouteComponent(() => import('./supporter-page.tsx'), 'SupporterPage'),
})

const duplicatesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/supporters/duplicates',
  component: lazyRouteComponent(() => import('./merge/duplicates-page.tsx'), 'DuplicatesPage'),
})

const compareRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/supporters/compare',
  validateSearch: comparedPairOf,
  component: lazyRouteComponent(() => import('./merge/compare-page.tsx'), 'ComparePage'),
})

/** The two who are compared; the second is chosen on the page where only one is named. */
function comparedPairOf(search: Readonly<Record<string, unknown>>): { firstId?: SupporterId | undefined; secondId?: SupporterId | undefined } {
  return { firstId: idIn(search['firstId']), secondId: idIn(search['secondId']) }
}

const mergesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/supporters/merges',
  component: lazyRouteComponent(() => import('./merge/merges-page.tsx'), 'MergesPage'),
})

const importsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/supporters/import',
  component: lazyRouteComponent(() => import('./import/supporter-imports-page.tsx'), 'SupporterImportsPage'),
})

const importRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/supporters/import/$importId',
  params: { parse: ({ importId }) => ({ importId: id<'SupporterImportId'>(importId) }) },
  component: lazyRouteComponent(() => import('./import/supporter-import-page.tsx'), 'SupporterImportPage'),
})

/** 支援者 */
export const supporterRoutes = [supportersRoute, newSupporterRoute, duplicatesRoute, compareRoute, mergesRoute, importsRoute, importRoute, supporterRoute] as const
