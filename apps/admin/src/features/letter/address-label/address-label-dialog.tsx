import { type LabelChoices, type LabelPaper, labelPaperNames } from '@sasaeai/domain/letter/address-label/address-label-choices'
import type { AskedLabelRecipients } from '@sasaeai/domain/letter/address-label/label-recipients'
import { Button } from '@sasaeai/ui/button'
import { Dialog } from '@sasaeai/ui/dialog'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { RadioGroupField } from '@sasaeai/ui/radio-group-field'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { PageError } from '../../../app/page-error.tsx'
import { trpc } from '../../../app/trpc.ts'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'
import { LabelChoiceFields } from './label-choice-fields.tsx'
import { firstPapers, type LabelPapers } from './label-papers.ts'
import { LabelPaperFields } from './label-paper-fields.tsx'
import { LabelPicture } from './label-picture.tsx'
import { LabelCounts } from './label-counts.tsx'

const forms: readonly LabelPaper['form'][] = ['labels', 'envelopes', 'window', 'table']

/** ラベル・封筒: what the addresses are put on, in which order, and how it will look. */
export function AddressLabelDialog({ recipients, onClose }: { recipients: AskedLabelRecipients; onClose: () => void }) {
  const sheets = useQuery(trpc.letter.labelSheet.list.queryOptions())
  const [form, setForm] = useState<LabelPaper['form']>('labels')
  const [chosen, setPapers] = useState<LabelPapers>(firstPapers)
  const [choices, setChoices] = useState<LabelChoices>({ sortedBy: 'postal_code', joinsHouseholds: false, withUnwanted: false })
  const preview = useQuery(trpc.letter.addressLabel.preview.queryOptions({ recipients, choices }, { placeholderData: keepPreviousData }))
  const inUse = sheets.data?.filter(({ closedOn }) => closedOn === null) ?? []
  const sheet = inUse.find(({ id }) => id === chosen.labels.labelSheetId) ?? inUse[0]
  const papers: LabelPapers = { ...chosen, labels: { ...chosen.labels, labelSheetId: sheet?.id ?? null } }
  const paper = paperOf(form, papers)
  const hasLabels = (preview.data?.labels ?? 0) > 0
  return (
    <Dialog
      isOpen
      keepsOpen
      width="wide"
      title="ラベル・封筒"
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>閉じる</Button>
          {form === 'labels' && sheet !== undefined && <OrderPapersButton order={{ kind: 'label_test_sheet', labelSheetId: sheet.id }}>試し刷りの枠</OrderPapersButton>}
          {hasLabels && paper !== null && <OrderPapersButton variant="primary" order={{ kind: 'address_labels', recipients, choices, paper }}>作成する</OrderPapersButton>}
        </>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-8 md:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
        <div className="flex flex-col gap-6">
          <RadioGroupField label="何に印刷しますか" requirement="required" name="label-form" defaultValue={form} options={forms.map((value) => ({ value, label: labelPaperNames[value] }))}
            onChange={(event) => setForm(forms.find((each) => each === event.currentTarget.value) ?? form)} />
          <LabelPaperFields form={form} papers={papers} sheets={inUse} onChange={setPapers} />
          <LabelChoiceFields choices={choices} isOne={recipients.of === 'supporter'} onChange={setChoices} />
        </div>
        <div className="flex flex-col gap-4">
          {preview.isError && preview.data === undefined && <PageError reset={() => void preview.refetch()} />}
          {preview.isPending && <LoadingSkeleton lines={5} />}
          {preview.data !== undefined && (
            <>
              <LabelCounts preview={preview.data} sheet={form === 'labels' ? sheet : undefined} startAt={papers.labels.startAt} />
              <LabelPicture form={form} papers={papers} sheet={sheet} labels={preview.data.first} onStart={(startAt) => setPapers({ ...papers, labels: { ...papers.labels, startAt } })} />
            </>
          )}
        </div>
      </div>
    </Dialog>
  )
}

/** What is ordered; null while the sheets are not read. */
function paperOf(form: LabelPaper['form'], { labels: { labelSheetId, startAt }, ...papers }: LabelPapers): LabelPaper | null {
  if (form !== 'labels') return papers[form]
  return labelSheetId === null ? null : { form, labelSheetId, startAt }
}
