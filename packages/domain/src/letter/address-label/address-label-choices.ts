import { z } from 'zod'
import { type ExportFormat, exportFormatNames, exportFormats } from '../../document/export-format.ts'
import { labelSheetIdSchema } from '../../id-schemas.ts'
import { envelopes, writingDirections } from './envelope.ts'
import { labelRecipientsSchema } from './label-recipients.ts'

/** The order in which labels are printed. */
export const labelOrders = ['postal_code', 'area', 'kana'] as const
export type LabelOrder = (typeof labelOrders)[number]

export const labelOrderNames: Record<LabelOrder, string> = { postal_code: '郵便番号の順', area: '地域の順', kana: 'フリガナの順' }

/** Who gets one, and in which order they come. */
export const labelChoicesSchema = z.object({
  sortedBy: z.enum(labelOrders).default('postal_code'),
  /** 連名: people of one address get one label together. */
  joinsHouseholds: z.boolean().default(false),
  /** Also those who asked for no mail. */
  withUnwanted: z.boolean().default(false),
})
export type LabelChoices = z.output<typeof labelChoicesSchema>

/** 差込印刷用の一覧: for Word and for programs that print addresses. */
export const addressTableFormatNames: Record<ExportFormat, string> = { ...exportFormatNames, csv_cp932: 'CSV（Shift_JIS。古い宛名ソフト用）' }

/** What the addresses are put on. */
export const labelPaperSchema = z.discriminatedUnion('form', [
  z.object({
    form: z.literal('labels'),
    labelSheetId: labelSheetIdSchema,
    /** The first free label of a part-used sheet, from 1. */
    startAt: z.int().min(1).max(200).default(1),
  }),
  z.object({ form: z.literal('envelopes'), envelope: z.enum(envelopes), direction: z.enum(writingDirections), withSender: z.boolean().default(false) }),
  /** A4 to be folded in three, the address where a window envelope shows it. */
  z.object({ form: z.literal('window') }),
  z.object({ form: z.literal('table'), format: z.enum(exportFormats) }),
])
export type LabelPaper = z.output<typeof labelPaperSchema>

export const labelPaperNames: Record<LabelPaper['form'], string> = {
  labels: 'ラベル（A4）',
  envelopes: '封筒',
  window: '窓あき封筒の宛名用紙（A4三つ折り）',
  table: '差込印刷用の一覧（Excel・CSV）',
}

export const addressLabelsOrderSchema = z.object({
  kind: z.literal('address_labels'),
  recipients: labelRecipientsSchema,
  choices: labelChoicesSchema,
  paper: labelPaperSchema,
})

/** 試し刷り: the outlines of a sheet's labels, to be held against the sheet. */
export const labelTestSheetOrderSchema = z.object({ kind: z.literal('label_test_sheet'), labelSheetId: labelSheetIdSchema })

export const previewLabelsSchema = z.object({ recipients: labelRecipientsSchema, choices: labelChoicesSchema })
export type PreviewLabelsInput = z.output<typeof previewLabelsSchema>
