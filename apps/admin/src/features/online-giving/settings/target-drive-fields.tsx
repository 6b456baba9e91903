import { DateField, type ReadEcho } from '@sasaeai/ui/date-field'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import type { ErrorOf } from '../../../app/command-form.tsx'
import type { InitialTarget, TargetForm } from './giving-target-draft.ts'

interface TargetDriveFieldsProps {
  readonly form: TargetForm
  readonly errorOf: ErrorOf
  readonly readDate: ReadEcho
  readonly initial: InitialTarget
}

/** Of a drive: the instruction that it is taken by, or the page that it leads to. */
export function TargetDriveFields({ form: { register }, errorOf, readDate, initial }: TargetDriveFieldsProps) {
  return (
    <>
      <NoticeBanner tone="info" title="共同募金は、共同募金会の指示があるときだけ受け付けられます">
        共同募金は共同募金会の事業です（社会福祉法113条）。指示の文書が届くまでは文書の欄を空けて、共同募金会のページのアドレスを入れてください。公開ページから、そのページにご案内します。
      </NoticeBanner>
      <TextAreaField label="指示の文書" requirement="optional" id="instruction" rows={2} support="文書番号と題名。入力すると、ここで受け付けます。例：○共募第127号「歳末たすけあい募金のオンライン受付について」"
        error={errorOf('instruction')} {...register('instruction')} />
      <DateField label="指示の日付" requirement="optional" id="instructedOn" support="文書の日付です。例：R8.9.15" read={readDate} defaultValue={initial.instructedOn} error={errorOf('instructedOn')} {...register('instructedOn')} />
      <TextField label="共同募金会のページ" requirement="optional" id="externalUrl" inputMode="url" width="full" support="例：https://hanett.akaihane.or.jp/" autoComplete="off" error={errorOf('externalUrl')} {...register('externalUrl')} />
    </>
  )
}
