import { firstDayOf, type FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { parseDate } from '@sasaeai/domain/calendar/parse-date'
import { failureMessage } from '@sasaeai/domain/outcome/failure-message'
import { Button } from '@sasaeai/ui/button'
import { DateField } from '@sasaeai/ui/date-field'
import { Dialog } from '@sasaeai/ui/dialog'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { useMutation } from '@tanstack/react-query'
import { type ChangeEvent, useState } from 'react'
import { base64OfFile } from '../../../app/base64-of-file.ts'
import { readTypedDate, today } from '../../../app/read-typed.ts'
import { faultMessage, trpc } from '../../../app/trpc.ts'
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
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.currentTarget.files ?? []
    if (file === undefined) return
    preview.mutate({ file: await base64OfFile(file), joinedOn: joinedOn.ok ? joinedOn.date : firstDayOf(year) })
    // The same file, corrected, can be chosen again.
    event.target.value = ''
  }
  const plan = preview.data?.ok ? preview.data.value : undefined
  if (plan !== undefined && preview.variables !== undefined) {
    return <MemberImportPreview plan={plan} input={preview.variables} onBack={preview.reset} onClose={onClose} />
  }
  const refusal = preview.isError ? faultMessage(preview.error) : preview.data?.ok === false ? failureMessage(preview.data) : undefined
  return (
    <Dialog isOpen keepsOpen title="会員をファイルから取り込む" onClose={onClose} actions={<Button variant="quiet" onClick={onClose}>やめる</Button>}>
      <div className="flex flex-col gap-6">
        <div>
          <p>1行目に見出しのあるCSVかExcelの名簿を選びます。取り込む前に、内容を確かめられます。</p>
          <ul className="mt-1 list-disc pl-6">
            <li>必要な列：種別と、支援者番号か名称</li>
            <li>あれば取り込む列：フリガナ、住所、電話、口数、入会日、経路、自治会番号、備考</li>
            <li>支援者番号のない行は、新しい支援者として登録します。</li>
          </ul>
        </div>
        {refusal !== undefined && <NoticeBanner tone="error" isLive title={refusal} />}
        <DateField label="入会日" support="ファイルに「入会日」のない行で使います。" defaultValue={typedDay} read={readTypedDate}
          onChange={(event) => setTypedDay(event.currentTarget.value)} />
        <div>
          <label htmlFor="member-file" className="font-bold">ファイル</label>
          <input id="member-file" type="file" accept=".csv,.tsv,.txt,.xlsx" onChange={(event) => void choose(event)}
            className="mt-1.5 block min-h-(--control) w-full cursor-pointer rounded-8 border border-line-field p-1.5 file:mr-3 file:min-h-8 file:cursor-pointer file:rounded-6 file:border-0 file:bg-accent-soft file:px-3 file:font-bold file:text-accent" />
        </div>
        {preview.isPending && <p role="status">ファイルを確認しています</p>}
      </div>
    </Dialog>
  )
}
