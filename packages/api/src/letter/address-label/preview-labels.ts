import type { PreviewLabelsInput } from '@sasaeai/domain/letter/address-label/address-label-choices'
import type { AddressLabel, LeftOut, LeftOutReason } from '@sasaeai/domain/letter/address-label/arrange-labels'
import type { Deps } from '../../deps.ts'
import { readLabels } from './read-labels.ts'
import type { RecipientSources } from './recipient-sources.ts'

/** What would be printed, before it is. */
export interface LabelPreview {
  readonly labels: number
  readonly people: number
  readonly nameless: number
  readonly isTooMany: boolean
  readonly leftOut: readonly { readonly reason: LeftOutReason; readonly count: number; readonly first: readonly Pick<LeftOut, 'number' | 'name'>[] }[]
  /** Those that the first sheet shows. */
  readonly first: readonly Pick<AddressLabel, 'postalCode' | 'address' | 'names'>[]
}

const mostShown = { labels: 40, leftOut: 5 }

export async function previewLabels(deps: Deps, sources: RecipientSources, input: PreviewLabelsInput): Promise<LabelPreview> {
  const { labels, leftOut, nameless, isTooMany } = await readLabels(deps, sources, input)
  const byReason = Map.groupBy(leftOut, ({ reason }) => reason)
  return {
    labels: labels.length,
    people: labels.reduce((sum, { names }) => sum + names.length, 0),
    nameless,
    isTooMany,
    leftOut: [...byReason].map(([reason, people]) => ({ reason, count: people.length, first: people.slice(0, mostShown.leftOut).map(({ number, name }) => ({ number, name })) })),
    first: labels.slice(0, mostShown.labels).map(({ postalCode, address, names }) => ({ postalCode, address, names })),
  }
}
