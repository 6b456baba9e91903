import { isPostingMoment, type PostingMoment } from '@sasaeai/domain/ledger/posting-moment'

/** Of when the figures of a page are. */
export interface MomentSearch {
  /** As the books stood at a moment; now where the address names none. */
  readonly postedUntil?: PostingMoment | undefined
}

/** The moment that the address of a page names; what is mistyped is left out. */
export function momentSearchOf({ postedUntil }: Readonly<Record<string, unknown>>): MomentSearch {
  return { postedUntil: isPostingMoment(postedUntil) ? postedUntil : undefined }
}
