import { openFiscalYear } from '@sasaeai/api/council/open-fiscal-year'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type CampaignId, id } from '@sasaeai/domain/ids'
import type { ACouncil } from './a-council.ts'

/** Opens the year before the council's with the same campaigns, and answers with those by their names. */
export async function lastYearsDrives(council: ACouncil): Promise<(name: string) => CampaignId> {
  const year = fiscalYear(council.fiscalYear - 1)
  const copied = { copyCampaigns: true, copyHouseholds: false, copyTargets: false, copyDuesTerms: false }
  const opened = await openFiscalYear(council.deps, council.actors.administrator, { year, ...copied })
  if (!opened.ok) throw new Error(opened.code)
  const campaigns = await council.deps.db.prisma.campaign.findMany({ where: { fiscalYear: year } })
  return (name) => {
    const found = campaigns.find((campaign) => campaign.name === name)
    if (found === undefined) throw new Error(`last year had no ${name}`)
    return id(found.id)
  }
}

interface AGoal {
  readonly campaign: CampaignId
  readonly method: string
  readonly area: string
  readonly targetYen: number
}

/** Sets goals by area and method as they would have been saved. */
export async function setGoals(council: ACouncil, goals: readonly AGoal[]): Promise<void> {
  await council.deps.db.prisma.campaignGoal.createMany({
    data: goals.map(({ campaign, method, area, targetYen }) => ({
      campaignId: campaign, collectionMethodId: council.method(method), areaId: council.area(area), targetYen,
    })),
  })
}
