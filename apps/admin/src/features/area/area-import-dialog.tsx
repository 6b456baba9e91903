import { type HouseholdBasis, householdBases, householdBasisNames } from '@sasaeai/domain/area/household-basis'
import { firstDayOf, type FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { parseDate } from '@sasaeai/domain/calendar/parse-date'
import { DateField } from '@sasaeai/ui/date-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ImportFileDialog } from '../../app/import-file-dialog.tsx'
import { readTypedDate, today } from '../../app/read-typed.ts'
import { importRefusal } from '../../app/import-refusal.ts'
import { trpc } from '../../app/trpc.ts'
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
  const check = (file: string) => preview.mutate({ file, fiscalYear: year, basis, asOf: asOf.ok ? asOf.date : firstDayOf(year) })
  const plan = preview.data?.ok ? preview.data.value : undefined
  if (plan !== undefined && preview.variables !== undefined) {
    return <AreaImportPreview plan={plan} input={preview.variables} onBack={preview.reset} onClose={onClose} />
  }
  return (
    <ImportFileDialog
      title="地域をファイルから取り込む"
      intro="1行目に見出しのあるCSVかExcelのファイルを選びます。取り込む前に、内容を確かめられます。"
      notes={['必要な列：コード、名称', 'あれば取り込む列：フリガナ、種類、親コード、備考、世帯数、根拠、基準日']}
      refusal={importRefusal(preview)}
      isChecking={preview.isPending}
      onFile={check}
      onClose={onClose}
    >
      <SelectField label="世帯数の根拠" support="ファイルに「根拠」の列がないときに使います。" value={basis}
        options={householdBases.map((value) => ({ value, label: householdBasisNames[value] }))}
        onChange={(event) => setBasis(householdBases.find((each) => each === event.currentTarget.value) ?? basis)} />
      <DateField label="世帯数の基準日" support={`${formatFiscalYear(year)}の世帯数になります。ファイルに「基準日」の列がないときに使います。`}
        defaultValue={typedAsOf} read={(text) => readTypedDate(text, context)} onChange={(event) => setTypedAsOf(event.currentTarget.value)} />
    </ImportFileDialog>
  )
}
