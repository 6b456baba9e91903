import { idIn, type CampaignId } from '@sasaeai/domain/ids'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type YearSearch, yearOfSearch } from '../../../app/fiscal-year-of-search.ts'
import { type MomentSearch, momentSearchOf } from '../../../app/moment-search.ts'
import { staffRoute } from '../../../app/root-route.tsx'

interface BranchesSearch extends YearSearch, MomentSearch {
  readonly campaign?: CampaignId | undefined
}

const branchesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/chest/branches',
  validateSearch: (search: Readonly<Record<string, unknown>>): BranchesSearch => {
    const campaign = idIn<'CampaignId'>(search['campaign'])
    return { ...yearOfSearch(search), ...momentSearchOf(search), ...(campaign === undefined ? {} : { campaign }) }
  },
  component: lazyRouteComponent(() => import('./branches-page.tsx'), 'BranchesPage'),
})

/** 校区分会 */
export const branchRoutes = [branchesRoute] as const
