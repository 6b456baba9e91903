import type { Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, localDate } from '@sasaeai/domain/calendar/local-date'
import { idAt } from './book-bundles.ts'
import { type DemoDistrict, householdsIn } from './demo-areas.ts'
import { codes } from './demo-bundle.ts'
import type { DemoOffice } from './demo-ground.ts'
import { nearestOfficeDay, officeDayIn } from './office-days.ts'
import { givenNames, surnames } from './people-names.ts'
import { randomStream } from './random-stream.ts'

interface BranchDesk {
  readonly office: DemoOffice
  readonly districts: readonly DemoDistrict[]
  readonly today: LocalDate
}

const roles = ['分会長', '会計'] as const

/** 校区分会の役員: two of each 校区; every third year another person. In the present year a few are not told yet. */
export async function layBranchOfficers(tx: Tx, { districts }: BranchDesk, { year, yearsAgo }: { year: FiscalYear; yearsAgo: number }): Promise<void> {
  const laying = randomStream(20_261_107 + year)
  const rows = districts.flatMap(({ areaId }, place) => {
    if (yearsAgo === 0 && place % 11 === 4) return []
    return roles.map((role, index) => {
      const person = randomStream(7_919 * place + 104_729 * index + Math.floor((year + place) / 3))
      const surname = person.pick(surnames)
      const given = person.pick(givenNames)
      return {
        id: idAt(new Date(Date.parse(`${year}-05-01T01:00:00Z`) + index), laying), fiscalYear: year, areaId, role, name: `${surname.name} ${given.name}`, kana: `${surname.kana} ${given.kana}`,
        phone: `0942-00-${String(1_000 + place * 20 + index).padStart(4, '0')}`,
      }
    })
  })
  await tx.branchOfficer.createMany({ data: rows })
}

/** 募金資材 of the red feather drive: feathers and envelopes for every household, two posters; what is left comes back by January. */
export async function layCampaignMaterials(tx: Tx, { office, districts, today }: BranchDesk, { year, yearsAgo }: { year: FiscalYear; yearsAgo: number }): Promise<void> {
  const issuedOn = nearestOfficeDay(localDate(`${year}-09-20`))
  if (issuedOn >= today) return
  const random = randomStream(20_261_108 + year)
  const campaignId = office.campaign(year, codes.campaign.redFeather)
  const associations = districts.flatMap((district) => district.associations)
  const rows = associations.flatMap((association) => {
    const pieces = Math.ceil((householdsIn(association, yearsAgo) + 5) / 10) * 10
    const returnedOn = officeDayIn({ from: localDate(`${year}-11-01`), to: localDate(`${year + 1}-01-30`), peak: 0.5 }, random)
    const isBack = returnedOn < today && random.chance(0.97)
    const left = random.whole(0, Math.round(pieces * 0.25))
    const given = { campaignId, areaId: association.areaId, issuedOn: toDateColumn(issuedOn) }
    const back = (returned: number) => (isBack ? { returned, returnedOn: toDateColumn(returnedOn) } : {})
    return [
      { ...given, item: 'feather' as const, issued: pieces, ...back(left) },
      { ...given, item: 'envelope' as const, issued: pieces, ...back(Math.max(0, pieces - random.whole(0, 6))) },
      { ...given, item: 'poster' as const, issued: 2 },
    ]
  })
  await tx.campaignMaterial.createMany({ data: rows })
}
