import type { LabelSheetId } from '@sasaeai/domain/ids'
import type { LabelPaper } from '@sasaeai/domain/letter/address-label/address-label-choices'
import type { RouterOutput } from '../../../app/trpc.ts'

/** What was chosen of each form, so that trying another one loses nothing. */
export interface LabelPapers {
  /** The first sheet in use where none was chosen. */
  readonly labels: { readonly labelSheetId: LabelSheetId | null; readonly startAt: number }
  readonly envelopes: Extract<LabelPaper, { form: 'envelopes' }>
  readonly window: Extract<LabelPaper, { form: 'window' }>
  readonly table: Extract<LabelPaper, { form: 'table' }>
}

export type LabelSheet = RouterOutput['letter']['labelSheet']['list'][number]
export type LabelPreview = RouterOutput['letter']['addressLabel']['preview']

export const firstPapers: LabelPapers = {
  labels: { labelSheetId: null, startAt: 1 },
  envelopes: { form: 'envelopes', envelope: 'long_3', direction: 'horizontal', withSender: false },
  window: { form: 'window' },
  table: { form: 'table', format: 'xlsx' },
}
