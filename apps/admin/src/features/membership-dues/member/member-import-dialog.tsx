import { firstDayOf, type FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { parseDate } from '@sasaeai/domain/calendar/parse-date'
import { DateField } from '@sasaeai/ui/date-field'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ImportFileDialog } from '../../../app/import-file-dialog.tsx'
import { readTypedDate, today } from '../../../app/read-typed.ts'
import { importRefusal } from '../../../app/import-refusal.ts'
import { trpc } from '../../../app/trpc.ts'
import { MemberImportPreview } from './member-import-preview.tsx'

interface MemberImportDialogProps {
  readonly year: FiscalYear
  readonly onClose: () => void
}

/** Takes members in from a file: choose it, look at what it would do, then take it in. */
export function MemberImportDialog({ year, onClose }: MemberImportDialogProps) {
  const preview = useMutation(trpc.membershipDues.member.previewImport.mutationOptions())
  const [typedDay, setTypedDay] = useState(formatLocalDateShort(firstDayOf(year)))
  const joinedOn = parseDate(typedDay, { today: today() })
  const check = (file: string) => preview.mutate({ file, joinedOn: joinedOn.ok ? joinedOn.date : firstDayOf(year) })
  const plan = preview.data?.ok ? preview.data.value : undefined
  if (plan !== undefined && preview.variables !== undefined) {
    return <MemberImportPreview plan={plan} input={preview.variables} onBack={preview.reset} onClose={onClose} />
  }
  return (
    <ImportFileDialog
      title="会員をファイルから取り込む"
      intro="1行目に見出しのあるCSVかExcelの名簿を選びます。取り込む前に、内容を確かめられます。"
      notes={[
        '必要な列：種別と、支援者番号か名称',
        'あれば取り込む列：フリガナ、住所、電話、口数、入会日、経路、自治会番号、備考',
        '支援者番号のない行は、新しい支援者として登録します。',
      ]}
      refusal={importRefusal(preview)}
      isChecking={preview.isPending}
      onFile={check}
      onClose={onClose}
    >
      <DateField label="入会日" support="ファイルに「入会日」のない行で使います。" defaultValue={typedDay} read={readTypedDate}
        onChange={(event) => setTypedDay(event.currentTarget.value)} />
    </ImportFileDialog>
  )
}
