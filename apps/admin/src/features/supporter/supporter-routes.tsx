import { type AreaId, id, idIn } from '@sasaeai/domain/ids'
import { type SupporterKind, supporterKinds } from '@sasaeai/domain/supporter/supporter-kind'
import { choiceIn, wordsIn } from '@sasaeai/domain/text/address-value'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../app/root-route.tsx'

/** The filters of the list, as they stand in the address; what cannot be read is left out. */
export interface SupporterSearch {
  readonly text?: string | undefined
  readonly kind?: SupporterKind | undefined
  readonly areaId?: AreaId | undefined
  readonly withClosed?: boolean | undefined
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
  params: { parse: ({ supporterId }) => ({ supporterId: id<'SupporterId'>(supporterId) }) },
  component: lazyRouteComponent(() => import('./supporter-page.tsx'), 'SupporterPage'),
})

/** 支援者 */
export const supporterRoutes = [supportersRoute, newSupporterRoute, supporterRoute] as const
