import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { LetterValues } from '@sasaeai/domain/letter/letter-field'
import type { Deps } from '../../deps.ts'
import { readablePaperCouncil } from '../../document/read-paper-head.ts'

/** What every letter of a day says of the council. */
export async function readCouncilValues({ db }: Pick<Deps, 'db'>, day: LocalDate): Promise<LetterValues> {
  const council = readablePaperCouncil(await db.prisma.council.findUniqueOrThrow({ where: { id: 1 } }))
  return {
    councilName: council.name,
    representative: council.representative,
    councilAddress: council.address,
    councilPhone: council.phone,
    letterDay: formatLocalDate(day),
  }
}
