import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { yen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { SelectField } from '@sasaeai/ui/select-field'
import { useToast } from '@sasaeai/ui/toast'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { DayField } from '../../../app/day-field.tsx'
import { refusalWords } from '../../../app/refusal-words.ts'
import { faultMessage, trpc } from '../../../app/trpc.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import { useToday } from '../../../app/use-today.ts'
import type { JournalPreview, JournalProfile } from './journal-export-answers.ts'
import { JournalPreviewPanel } from './journal-preview-panel.tsx'

/** Chooses entries, shows them as the file will hold them, and makes the export of exactly these. */
export function NewJournalExport() {
  const profiles = useQuery(trpc.journalExport.profile.list.queryOptions())
  if (profiles.data === undefined) return profiles.isError ? null : <LoadingSkeleton lines={3} />
  const usable = profiles.data.filter(({ closedOn }) => closedOn === null)
  const [first] = usable
  if (first === undefined) return <NoticeBanner tone="info" className="mb-8" title="使える列の割り当てがありません">「列の割り当て」で、ひな形をつくってください。</NoticeBanner>
  return <WishedExport profiles={usable} first={first} />
}

interface Wish {
  readonly profile: JournalProfile
  readonly firstDay: LocalDate | undefined
  readonly lastDay: LocalDate
}

function WishedExport({ profiles, first }: { readonly profiles: readonly JournalProfile[]; readonly first: JournalProfile }) {
  const today = useToday()
  const [wish, setWish] = useState<Wish>({ profile: first, firstDay: undefined, lastDay: today })
  const [preview, setPreview] = useState<JournalPreview>()
  const check = useMutation(trpc.journalExport.preview.mutationOptions())
  const make = useMutation(trpc.journalExport.make.mutationOptions())
  const run = useRunCommand()
  const toast = useToast()
  const span = { profileId: wish.profile.id, firstDay: wish.firstDay ?? null, lastDay: wish.lastDay }
  const look = async () => {
    try {
      const outcome = await check.mutateAsync(span)
      if (outcome.ok) setPreview(outcome.value)
      else toast({ tone: 'error', text: await refusalWords(outcome) })
    } catch (error) {
      toast({ tone: 'error', text: faultMessage(error) })
    }
  }
  const write = async ({ entries, debitYen }: JournalPreview) => {
    const isMade = await run(() => make.mutateAsync({ span, entries, debitYen: yen(debitYen) }), { done: '書き出しました。一覧からダウンロードしてください' })
    if (isMade) setPreview(undefined)
  }
  return (
    <section aria-label="新しい書き出し" className="mb-8 flex flex-col gap-5 print-hidden">
      <div className="flex flex-wrap items-start gap-x-5 gap-y-4">
        <WishFields wish={wish} profiles={profiles} onChange={(part) => {
          setWish({ ...wish, ...part })
          setPreview(undefined)
        }} />
      </div>
      <p className="text-[0.875rem] text-ink-sub">「から」を空けると、「まで」の日までの、まだ書き出していない仕訳をすべて書き出します。</p>
      <div>
        <Button variant={preview === undefined ? 'primary' : 'secondary'} icon="search" isBusy={check.isPending} busyLabel="確かめています" onClick={() => void look()}>確かめる</Button>
      </div>
      {!wish.profile.isVerified && (
        <NoticeBanner tone="warning" title={`「${wish.profile.name}」は未検証です`}>
          会計ソフトの試験用のデータに取り込んで確かめてから使い、うまくいったら列の割り当てを「検証済み」にしてください。
        </NoticeBanner>
      )}
      {preview !== undefined && <JournalPreviewPanel preview={preview} isBusy={make.isPending} onMake={() => void write(preview)} />}
    </section>
  )
}

function WishFields({ wish, profiles, onChange }: { readonly wish: Wish; readonly profiles: readonly JournalProfile[]; readonly onChange: (part: Partial<Wish>) => void }) {
  const today = useToday()
  return (
    <>
      <div className="max-xl:basis-full">
        <SelectField label="列の割り当て" id="profile" width="medium" value={wish.profile.id}
          onChange={({ currentTarget }) => onChange({ profile: profiles.find(({ id }) => id === currentTarget.value) ?? wish.profile })}
          options={profiles.map(({ id, name, isVerified }) => ({ value: id, label: isVerified ? name : `${name}［未検証］` }))} />
      </div>
      <DayField label="仕訳の日付（から）" id="first-day" day={wish.firstDay} onChange={(firstDay) => onChange({ firstDay })} />
      <DayField label="仕訳の日付（まで）" id="last-day" day={wish.lastDay} onChange={(lastDay) => onChange({ lastDay: lastDay ?? today })} />
    </>
  )
}
