import { zodResolver } from '@hookform/resolvers/zod'
import { type FiscalYear, fiscalYear, isFiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { type AddVersionInput, addVersionSchema } from '@sasaeai/domain/funding-indicator/indicator/indicator-version-input'
import type { SaidIndicator } from '@sasaeai/domain/funding-indicator/indicator/said-indicator'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { trpc } from '../../../app/trpc.ts'
import { ContentFields } from './content-fields.tsx'
import { type ContentDraft, contentOf, draftOfContent } from './indicator-draft.ts'
import { VersionPreview } from './version-preview.tsx'

interface NewVersionDialogProps extends DialogTurns {
  readonly indicator: SaidIndicator
  /** The last of the years that are compared. */
  readonly until: FiscalYear
}

interface Draft {
  readonly content: ContentDraft
  readonly fromFiscalYear: string
  readonly reason: string
}

/** 定義の新しい版: from which year on, why, and what it would change. */
export function NewVersionDialog({ indicator, until, ...turns }: NewVersionDialogProps) {
  const { indicatorId, kind, versions } = indicator
  const newest = versions.at(-1)
  const add = useMutation(trpc.indicator.addVersion.mutationOptions())
  const schema = z.custom<Draft>().transform(({ content, fromFiscalYear, reason }): z.input<typeof addVersionSchema> => ({
    indicatorId, seenVersion: newest?.version ?? 1, content: contentOf(content), fromFiscalYear: Number(fromFiscalYear), reason,
  })).pipe(addVersionSchema)
  const form = useForm<Draft, unknown, AddVersionInput>({
    resolver: zodResolver(schema), shouldFocusError: false,
    defaultValues: { content: draftOfContent(newest ?? { definition: '', formula: '', computation: null, parameters: {} }), fromFiscalYear: String(until), reason: '' },
  })
  const { content, fromFiscalYear } = form.watch()
  const years = Array.from({ length: 12 }, (_, place) => fiscalYear(until + 1 - place))
  const from = Number(fromFiscalYear)
  return (
    <FormDialog title={`「${indicator.name}」の定義の新しい版`} saveLabel="新しい版をつくる" done="新しい版をつくりました" form={form} {...turns} save={(input) => add.mutateAsync(input)}>
      {(errorOf) => (
        <>
          <SelectField label="適用する年度" requirement="required" id="fromFiscalYear" support="この年度から新しい定義になります。前の年度と、これまでの報告書は、前の定義のままです。"
            options={years.map((year) => ({ value: String(year), label: `${formatFiscalYear(year)}から` }))} error={errorOf('fromFiscalYear')} {...form.register('fromFiscalYear')} />
          <ContentFields draft={content} isComputed={kind === 'computed'} path="content." errorOf={errorOf} onChange={(change) => form.setValue('content', { ...content, ...change })} />
          <TextAreaField label="変更の理由" requirement="required" id="reason" error={errorOf('reason')} {...form.register('reason')} />
          {kind === 'computed' && isFiscalYear(from) && <VersionPreview indicator={indicator} input={{ indicatorId, content: contentOf(content), fromFiscalYear: from, until }} />}
        </>
      )}
    </FormDialog>
  )
}
