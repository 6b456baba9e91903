import type { PaperHead } from '@sasaeai/documents/papers/paper-head'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { Deps } from '../deps.ts'

/** What every paper says of itself, with the council as it is recorded now. */
export async function readPaperHead({ db }: Deps, { title, day }: { title: string; day: LocalDate }): Promise<PaperHead> {
  const council = await db.prisma.council.findUniqueOrThrow({ where: { id: 1 } })
  return { title, day, council, isDemo: council.isDemo }
}
