import { idIn, type CampaignId } from '@sasaeai/domain/ids'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type YearSearch, yearOfSearch } from '../../../app/fiscal-year-of-search.ts'
import { staffRoute } from '../../../app/root-route.tsx'

interface MaterialsSearch extends YearSearch {
  readonly campaign?: CampaignId | undefined
}

const campaignMaterialsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/chest/materials',
  validateSearch: (search: Readonly<Record<string, unknown>>): MaterialsSearch => {
    const campaign = idIn<'CampaignId'>(search['campaign'])
    return { ...yearOfSearch(search), ...(campaign === undefined ? {} : { campaign }) }
  },
  component: lazyRouteComponent(() => import('./campaign-materials-page.tsx'), 'CampaignMaterialsPage'),
})

/** 募金資材 */
export const materialRoutes = [campaignMaterialsRoute] as const
