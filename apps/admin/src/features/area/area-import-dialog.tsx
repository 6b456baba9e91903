import { type HouseholdBasis, householdBases, householdBasisNames } from '@sasaeai/domain/area/household-basis'
import { firstDayOf, type FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { parseDate } from '@sasaeai/domain/calendar/parse-date'
import { failureMessage } from '@sasaeai/domain/outcome/failure-message'
import { Button } from '@sasaeai/ui/button'
import { DateField } from '@sasaeai/ui/date-field'
import { Dialog } from '@sasaeai/ui/dialog'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { SelectField } from '@sasaeai/ui/select-field'
import { useMutation } from '@tanstack/react-query'
import { type ChangeEvent, useState } from 'react'
import { base64OfFile } from '../../app/base64-of-file.ts'
import { readTypedDate, today } from '../../app/read-typed.ts'
import { faultMessage, trpc } from '../../app/trpc.ts'
import { AreaImportPreview } from './area-import-preview.tsx'

interface AreaImportDialogProps {
  readonly year: FiscalYear
  readonly onClose: () => void
}

/** Takes areas in from a file: choose it, look at what it would do, then take it in. */
export function AreaImportDialog({ year, onClose }: AreaImportDialogProps) {
  const preview = useMutation(trpc.area.previewImport.mutationOptions())
  const [basis, setBasis] = useState<HouseholdBasis>('association_membership')
  const [typedAsOf, setTypedAsOf] = useState(formatLocalDateShort(firstDayOf(year)))
  const context = { today: today(), fiscalYear: year }
  const asOf = parseDate(typedAsOf, context)
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.currentTarget.files ?? []
    if (file === undefined) return
    preview.mutate({ file: await base64OfFile(file), fiscalYear: year, basis, asOf: asOf.ok ? asOf.date : firstDayOf(year) })
    // The same file, corrected, can be chosen again.
    event.target.value = ''
  }
  const plan = preview.data?.ok ? preview.data.value : undefined
  if (plan !== undefined && preview.variables !== undefined) {
    return <AreaImportPreview plan={plan} input={preview.variables} onBack={preview.reset} onClose={onClose} />
  }
  const refusal = preview.isError ? faultMessage(preview.error) : preview.data?.ok === false ? failureMessage(preview.data) : undefined
  return (
    <Dialog isOpen keepsOpen title="地域をファイルから取り込む" onClose={onClose} actions={<Button variant="quiet" onClick={onClose}>やめる</Button>}>
      <div className="flex flex-col gap-6">
        <div>
          <p>1行目に見出しのあるCSVかExcelのファイルを選びます。取り込む前に、内容を確かめられます。</p>
          <ul className="mt-1 list-disc pl-6">
            <li>必要な列：コード、名称</li>
            <li>あれば取り込む列：フリガナ、種類、親コード、備考、世帯数、根拠、基準日</li>
          </ul>
        </div>
        {refusal !== undefined && <NoticeBanner tone="error" isLive title={refusal} />}
        <SelectField label="世帯数の根拠" support="ファイルに「根拠」の列がないときに使います。" value={basis}
          options={householdBases.map((value) => ({ value, label: householdBasisNames[value] }))}
          onChange={(event) => setBasis(householdBases.find((each) => each === event.currentTarget.value) ?? basis)} />
        <DateField label="世帯数の基準日" support={`${formatFiscalYear(year)}の世帯数になります。ファイルに「基準日」の列がないときに使います。`}
          defaultValue={typedAsOf} read={(text) => readTypedDate(text, context)} onChange={(event) => setTypedAsOf(event.currentTarget.value)} />
        <div>
          <label htmlFor="area-file" className="font-bold">
            ファイル
          </label>
          <input id="area-file" type="file" accept=".csv,.tsv,.txt,.xlsx" onChange={(event) => void choose(event)}
            className="mt-1.5 block min-h-(--control) w-full cursor-pointer rounded-8 border border-line-field p-1.5 file:mr-3 file:min-h-8 file:cursor-pointer file:rounded-6 file:border-0 file:bg-accent-soft file:px-3 file:font-bold file:text-accent" />
        </div>
        {preview.isPending && <p role="status">ファイルを確認しています</p>}
      </div>
    </Dialog>
  )
}
