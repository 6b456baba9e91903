import type { SupporterId } from '@sasaeai/domain/ids'
import type { LabelRecipients } from '@sasaeai/domain/letter/address-label/label-recipients'
import type { Deps } from '../../deps.ts'

/** Whom a list names. */
export interface FoundRecipients {
  /** Each once, and whoever was merged into another by the one who stands for them. */
  readonly supporterIds: readonly SupporterId[]
  /** Gifts or receipts of the list that name no supporter. */
  readonly nameless: number
}

type FilterOf<Of extends LabelRecipients['of']> = Extract<LabelRecipients, { of: Of }>['filter']

/** Where addresses come from: each term that has such a list brings its own, which this term does not know. */
export type RecipientSources = { readonly [Of in LabelRecipients['of']]: (deps: Deps, filter: FilterOf<Of>) => Promise<FoundRecipients> }

export function findRecipients(deps: Deps, sources: RecipientSources, recipients: LabelRecipients): Promise<FoundRecipients> {
  switch (recipients.of) {
    case 'supporters':
      return sources.supporters(deps, recipients.filter)
    case 'supporter':
      return sources.supporter(deps, recipients.filter)
    case 'gifts':
      return sources.gifts(deps, recipients.filter)
    case 'members':
      return sources.members(deps, recipients.filter)
    case 'receipts':
      return sources.receipts(deps, recipients.filter)
    case 'annual_receipts':
      return sources.annual_receipts(deps, recipients.filter)
  }
}

/** From a list's records, counted by the supporter whom they name. */
export function foundIn(records: readonly { readonly supporterId: SupporterId | null; readonly records: number }[]): FoundRecipients {
  return {
    supporterIds: records.flatMap(({ supporterId }) => (supporterId === null ? [] : [supporterId])),
    nameless: records.find(({ supporterId }) => supporterId === null)?.records ?? 0,
  }
}
