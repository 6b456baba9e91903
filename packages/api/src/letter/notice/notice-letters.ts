import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { SupporterId } from '@sasaeai/domain/ids'
import { addresseeOf } from '@sasaeai/domain/letter/addressee-of'
import type { LetterCase } from '@sasaeai/domain/letter/compose-letter'
import { mostNotices, type NoticeAudience } from '@sasaeai/domain/letter/letter-input'
import type { Deps } from '../../deps.ts'
import { readSupporter, readSupporterLines, type SupporterLine } from '../../supporter/list-supporters.ts'
import { readCouncilValues } from '../compose/read-council-values.ts'

export interface NoticeLetter extends LetterCase {
  readonly supporterId: SupporterId
  readonly name: string
  /** Why nothing is sent to them; null where nothing stands against it. */
  readonly refusal: string | null
}

/** ご案内 to a supporter or to everybody whom filters show; null where they are more than one file takes. */
export async function readNoticeLetters(deps: Deps, audience: NoticeAudience): Promise<NoticeLetter[] | null> {
  const lines = await readAudience(deps, audience)
  return lines.length > mostNotices ? null : lines.map((line) => ({ ...caseOfSupporter(line), supporterId: line.supporterId, name: line.name, refusal: refusalOf(line, audience) }))
}

/** What a letter of today to a supporter would say; null where there is no such supporter. */
export async function readLetterOfSupporter(deps: Deps, { supporterId, day }: { supporterId: SupporterId; day: LocalDate }): Promise<LetterCase | null> {
  const supporter = await readSupporter(deps, supporterId)
  if (supporter === null) return null
  const { addressee, values } = caseOfSupporter(supporter)
  return { addressee, values: { ...(await readCouncilValues(deps, day)), ...values } }
}

async function readAudience(deps: Deps, audience: NoticeAudience): Promise<readonly SupporterLine[]> {
  if ('filter' in audience) return readSupporterLines(deps, { ...audience.filter, cursor: null, limit: 50 }, mostNotices + 1)
  const supporter = await readSupporter(deps, audience.supporterId)
  return supporter === null ? [] : [supporter]
}

function caseOfSupporter(supporter: SupporterLine): LetterCase {
  const addressee = addresseeOf(supporter)
  return { addressee, values: { recipientName: supporter.name, honorific: addressee.honorific, supporterNumber: String(supporter.number) } }
}

/** Who is written to by name is written to on purpose; a list reaches only those who welcome post. */
function refusalOf({ kind, wantsMail }: SupporterLine, audience: NoticeAudience): string | null {
  if (kind === 'anonymous') return '匿名のため、作成していません。'
  if ('filter' in audience && !wantsMail) return 'お知らせの郵送を希望していないため、作成していません。'
  return null
}
