import type { Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { apportionInSteps } from '@sasaeai/domain/community-chest/goal/apportion-goals'
import { yen } from '@sasaeai/domain/money/yen'
import { type DemoDistrict, householdsIn } from './demo-areas.ts'
import { codes } from './demo-bundle.ts'
import type { DemoOffice } from './demo-ground.ts'

/** What a household gives on average, and what other ways bring on the whole, in yen. */
const drives = [
  {
    campaign: codes.campaign.redFeather,
    suggestedYen: 300,
    perHousehold: 235,
    others: [
      [codes.method.corporate, 4_200_000], [codes.method.workplace, 900_000], [codes.method.street, 800_000],
      [codes.method.school, 650_000], [codes.method.event, 500_000], [codes.method.other, 550_000],
    ],
  },
  { campaign: codes.campaign.yearEnd, suggestedYen: 200, perHousehold: 150, others: [[codes.method.other, 300_000]] },
] as const

const stepYen = 100

/**
 * 目標額 of the two drives of a year: 戸別 shared out over the 自治会 of the towns and the 校区 of the country by households,
 * all else on the whole; published in September, a little lower from year to year as membership falls.
 */
export async function layCampaignGoals(
  tx: Tx,
  { office, districts }: { readonly office: DemoOffice; readonly districts: readonly DemoDistrict[] },
  { year, yearsAgo }: { readonly year: FiscalYear; readonly yearsAgo: number },
): Promise<void> {
  await tx.communityChestRules.update({
    where: { id: 1 },
    data: { prefecturalBody: '社会福祉法人 ささえ県共同募金会', branchName: 'ささえ県共同募金会 ささえ市支会', goalStepYen: stepYen },
  })
  const root = await tx.area.findFirstOrThrow({ where: { parentId: null }, select: { id: true } })
  const parts = districts.flatMap(({ areaId, code, associations }) => {
    const counted = associations.map((each) => ({ areaId: each.areaId, households: householdsIn(each, yearsAgo) }))
    const isTown = Number(code) <= 27
    return isTown ? counted : [{ areaId, households: counted.reduce((sum, { households }) => sum + households, 0) }]
  })
  const households = parts.map((part) => part.households)
  const all = households.reduce((sum, count) => sum + count, 0)
  for (const { campaign, suggestedYen, perHousehold, others } of drives) {
    const campaignId = office.campaign(year, campaign)
    const fromHouseholds = Math.round((all * perHousehold) / 10_000) * 10_000
    const shares = apportionInSteps(yen(fromHouseholds), households, stepYen) ?? []
    const goalYen = others.reduce((sum, [, amount]) => sum + amount, fromHouseholds)
    await tx.campaignGoal.createMany({
      data: [
        ...parts.map(({ areaId }, place) => ({
          campaignId, areaId, collectionMethodId: office.method(codes.method.household), targetYen: BigInt(shares[place] ?? 0),
        })),
        ...others.map(([method, amount]) => ({ campaignId, areaId: root.id, collectionMethodId: office.method(method), targetYen: BigInt(amount) })),
      ],
    })
    await tx.campaign.update({
      where: { id: campaignId },
      data: {
        suggestedYen: BigInt(suggestedYen),
        goalYen: BigInt(goalYen),
        goalPublishedOn: toDateColumn(localDate(`${year}-09-01`)),
        ...(campaign === codes.campaign.yearEnd ? { remittanceMode: 'net_of_direct_payments' } : {}),
      },
    })
  }
}
