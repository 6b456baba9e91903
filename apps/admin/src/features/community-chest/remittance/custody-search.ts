import { isPostingMoment, type PostingMoment } from '@sasaeai/domain/ledger/posting-moment'

export interface CustodySearch {
  /** As the books stood at a moment; now where the address names none. */
  readonly postedUntil?: PostingMoment | undefined
}

/** What the address of 預り金と送金 asks for; what is mistyped is left out. */
export function custodySearchOf(search: Readonly<Record<string, unknown>>): CustodySearch {
  const { postedUntil } = search
  return { postedUntil: isPostingMoment(postedUntil) ? postedUntil : undefined }
}
