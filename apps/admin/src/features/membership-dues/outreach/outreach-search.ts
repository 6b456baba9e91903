import { type OutreachKind, outreachKinds } from '@sasaeai/domain/membership-dues/outreach/outreach-kind'
import { choiceIn, wordsIn } from '@sasaeai/domain/text/address-value'
import { type MomentSearch, momentSearchOf } from '../../../app/moment-search.ts'

export interface OutreachSearch extends MomentSearch {
  readonly kind?: OutreachKind | undefined
  readonly text?: string | undefined
}

/** What the address of 説明会の記録 asks for; what is mistyped is left out. */
export function outreachSearchOf(search: Readonly<Record<string, unknown>>): OutreachSearch {
  return { kind: choiceIn(outreachKinds, search['kind']), text: wordsIn(search['text'], 100), ...momentSearchOf(search) }
}
