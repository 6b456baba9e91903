import type { PaperCouncil, PaperHead } from '@sasaeai/documents/papers/paper-head'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { formatPhone, parsePhone } from '@sasaeai/domain/text/phone'
import { readablePostalCode } from '@sasaeai/domain/text/postal-code'
import type { Deps } from '../deps.ts'

/** What every paper says of itself, with the council as it is recorded now. */
export async function readPaperHead({ db }: Deps, { title, day }: { title: string; day: LocalDate }): Promise<PaperHead> {
  const council = await db.prisma.council.findUniqueOrThrow({ where: { id: 1 } })
  return { title, day, council: readablePaperCouncil(council), isDemo: council.isDemo }
}

/** A council as it is recorded, with its numbers as people write them. */
export function readablePaperCouncil({ name, address, representative, postalCode, phone }: PaperCouncil): PaperCouncil {
  return { name, address, representative, postalCode: readablePostalCode(postalCode), phone: readablePhone(phone) }
}

function readablePhone(recorded: string): string {
  const phone = parsePhone(recorded)
  return phone === null ? recorded : formatPhone(phone)
}
