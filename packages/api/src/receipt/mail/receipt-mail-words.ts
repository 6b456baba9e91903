import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { mailTextOf } from '@sasaeai/domain/letter/mail-text'
import type { Deps } from '../../deps.ts'
import { readCouncilValues } from '../../letter/compose/read-council-values.ts'
import { readMailWordings } from '../../letter/template/read-mail-wordings.ts'
import { coverKindOf } from '../cover/covered-receipts.ts'
import type { MailCandidate } from './mail-candidates.ts'

/** What the mail of each receipt says today. */
export type ReceiptMailWords = (candidate: MailCandidate) => { readonly subject: string; readonly body: string }

/** The council's words for mails that receipts go out with, read once for many. */
export async function readReceiptMailWords(deps: Deps): Promise<ReceiptMailWords> {
  const wordingOf = await readMailWordings(deps.db)
  const ofCouncil = await readCouncilValues(deps, localDateInTokyo(deps.now()))
  return (candidate) => mailTextOf(
    wordingOf(coverKindOf(candidate)),
    { ...ofCouncil, ...candidate.values },
    candidate.calendarYear === null ? '領収書（PDF）' : '寄附金の年間証明（PDF）',
  )
}
