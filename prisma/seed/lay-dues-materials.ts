import type { Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { type FiscalYear, fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, localDate } from '@sasaeai/domain/calendar/local-date'
import { type DemoAssociation, householdsIn } from './demo-areas.ts'
import { nearestOfficeDay, officeDayIn } from './office-days.ts'
import type { RandomStream } from './random-stream.ts'

/** 資材 of a year: an envelope for every household and some to spare, two slips; most of what is left over comes back in July. */
export async function layDuesMaterials(
  tx: Tx,
  { associations, today, random }: { associations: readonly DemoAssociation[]; today: LocalDate; random: RandomStream },
  { year, yearsAgo }: { year: FiscalYear; yearsAgo: number },
): Promise<void> {
  const issuedOn = nearestOfficeDay(localDate(`${year}-04-20`))
  if (issuedOn >= today) return
  await tx.duesMaterial.createMany({
    data: associations.map((association) => {
      const envelopesIssued = Math.ceil((householdsIn(association, yearsAgo) + 5) / 10) * 10
      const given = { fiscalYear: year, areaId: association.areaId, envelopesIssued, slipsIssued: 2 }
      const returnedOn = returnDay(year, random)
      const isBack = returnedOn < today && random.chance(year === fiscalYear(Number(today.slice(0, 4))) ? 0.9 : 0.985)
      if (!isBack) return { ...given, issuedOn: toDateColumn(issuedOn) }
      const lost = random.chance(0.2) ? random.whole(1, 6) : 0
      return {
        ...given,
        issuedOn: toDateColumn(issuedOn),
        envelopesReturned: Math.max(0, envelopesIssued - lost),
        slipsReturned: 1,
        returnedOn: toDateColumn(returnedOn),
        note: lost > 3 ? '封筒の一部は班長の手元' : '',
      }
    }),
  })
}

function returnDay(year: FiscalYear, random: RandomStream): LocalDate {
  return officeDayIn({ from: localDate(`${year}-06-15`), to: localDate(`${year}-09-11`), peak: 0.35 }, random)
}
