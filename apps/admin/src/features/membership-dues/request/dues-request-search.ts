import { type DuesKindId, idIn } from '@sasaeai/domain/ids'

/** Which kind of membership the page of requests shows in full. */
export interface DuesRequestSearch {
  readonly kind?: DuesKindId | undefined
}

export function duesRequestSearchOf(search: Readonly<Record<string, unknown>>): DuesRequestSearch {
  return { kind: idIn(search['kind']) }
}
