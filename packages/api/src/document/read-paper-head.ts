import type { PaperCouncil, PaperHead } from '@sasaeai/documents/papers/paper-head'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { formatPhone, parsePhone } from '@sasaeai/domain/text/phone'
import { readablePostalCode } from '@sasaeai/domain/text/postal-code'
import { noteMissingCharacters } from './note-missing-characters.ts'
import type { PaperDesk } from './paper-maker.ts'

/** What every paper says of itself, with the council as it is recorded now. */
export async function readPaperHead(desk: PaperDesk, { title, day }: { title: string; day: LocalDate }): Promise<PaperHead> {
  const council = await desk.deps.db.prisma.council.findUniqueOrThrow({ where: { id: 1 } })
  const printed = readablePaperCouncil(council)
  await noteMissingCharacters(desk, [{ subject: '社協の情報', words: printed }])
  return { title, day, council: printed, isDemo: council.isDemo }
}

/** A council as it is recorded, with its numbers as people write them. */
export function readablePaperCouncil({ name, address, representative, postalCode, phone }: PaperCouncil): PaperCouncil {
  return { name, address, representative, postalCode: readablePostalCode(postalCode), phone: readablePhone(phone) }
}

function readablePhone(recorded: string): string {
  const phone = parsePhone(recorded)
  return phone === null ? recorded : formatPhone(phone)
}
