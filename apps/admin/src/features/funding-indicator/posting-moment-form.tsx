import { clockTimeInTokyo } from '@sasaeai/domain/calendar/clock-time'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { parseClockTime } from '@sasaeai/domain/calendar/parse-clock-time'
import { parseDate } from '@sasaeai/domain/calendar/parse-date'
import { formatPostingMoment, type PostingMoment, postedUntilWords, postingMomentOf } from '@sasaeai/domain/ledger/posting-moment'
import { Button } from '@sasaeai/ui/button'
import { DateField, type Echo } from '@sasaeai/ui/date-field'
import { EchoedField } from '@sasaeai/ui/echoed-field'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import type { FormEvent } from 'react'
import { readTypedDate, today } from '../../app/read-typed.ts'

interface PostingMomentFormProps {
  /** Undefined for now. */
  readonly moment: PostingMoment | undefined
  readonly onChange: (moment: PostingMoment | undefined) => void
}

/** いつの時点で見るか: as the books stood at a day and time. Now unless somebody asks; then it is said above the figures. */
export function PostingMomentForm({ moment, onChange }: PostingMomentFormProps) {
  const shown = moment === undefined ? undefined : new Date(moment)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const day = parseDate(text(typed.get('day')), { today: today() })
    const time = parseClockTime(text(typed.get('time')))
    if (day.ok && time !== null) onChange(postingMomentOf(day.date, time))
  }
  return (
    <div className="flex flex-col gap-3">
      <details className="print-hidden" open={moment !== undefined}>
        <summary className="w-fit cursor-pointer py-2 text-accent underline">いつの時点で見るか（{moment === undefined ? 'いま' : formatPostingMoment(moment)}）</summary>
        <form key={moment} onSubmit={submit} aria-label="いつの時点で見るか" className="flex flex-wrap items-start gap-x-4 gap-y-2 pt-2">
          <DateField label="記帳した日" name="day" read={(typed) => readTypedDate(typed)} defaultValue={formatLocalDateShort(shown === undefined ? today() : localDateInTokyo(shown))} />
          <EchoedField
            label="時刻"
            name="time"
            read={readTypedTime}
            look={{ width: 'short', inputClassName: 'figures', echoLabel: '読み取った時刻：' }}
            defaultValue={shown === undefined ? '17:00' : clockTimeInTokyo(shown)}
          />
          <div className="flex flex-wrap gap-2.5 pt-[2.1rem]">
            <Button type="submit">この時点で見る</Button>
            {moment !== undefined && <Button variant="quiet" onClick={() => onChange(undefined)}>いまの帳簿で見る</Button>}
          </div>
        </form>
      </details>
      {moment !== undefined && (
        <NoticeBanner tone="info" className="print-hidden" title={postedUntilWords(moment)}>
          そのあとに記帳した受入れ・訂正・取消は含みません。金額から開く明細も同じ時点です。世帯数・会員・納入のお願い・目標額と、地域や財源などの名前も、その時点の登録によります。支援者の氏名・住所・名寄せは、いまの登録によります。
        </NoticeBanner>
      )}
    </div>
  )
}

function text(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value : ''
}

function readTypedTime(typed: string): Echo {
  const time = parseClockTime(typed)
  if (time === null) return { ok: false, message: '時刻として読み取れません。例：17:00、9時30分、1730' }
  return { ok: true, echo: `${Number(time.slice(0, 2))}時${Number(time.slice(3))}分` }
}
