import { setWindowLetters } from '@sasaeai/documents/papers/window-letters'
import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { composeLetter } from '@sasaeai/domain/letter/compose-letter'
import type { PreviewLetterInput } from '@sasaeai/domain/letter/letter-input'
import type { Deps } from '../../deps.ts'
import type { ExportedFile } from '../../document/excel-file.ts'
import { pdfType } from '../../document/paper-maker.ts'
import { readablePaperCouncil } from '../../document/read-paper-head.ts'

/** A template as it is being written, on A4 as it would be printed, marked as a sample: it is kept nowhere. */
export async function letterPreview({ db, now }: Deps, { details, letter: { addressee, values } }: PreviewLetterInput): Promise<ExportedFile> {
  const council = await db.prisma.council.findUniqueOrThrow({ where: { id: 1 } })
  const day = localDateInTokyo(now())
  const { title, paragraphs, facts } = composeLetter(details, values)
  const name = `見本_${details.name}`
  const bytes = await setWindowLetters({
    title: name, day, council: readablePaperCouncil(council), isDemo: council.isDemo, isSample: true, issuedOn: formatLocalDate(day),
    letters: [{ ...addressee, title, paragraphs, facts }],
  })
  return { fileName: `${name}.pdf`, mediaType: pdfType, content: Buffer.from(bytes).toString('base64') }
}
