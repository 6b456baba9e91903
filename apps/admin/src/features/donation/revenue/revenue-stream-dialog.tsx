import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { type RevenueStreamDetails, typedRevenueStreamSchema } from '@sasaeai/domain/donation/revenue/revenue-stream-details'
import { type RevenueStreamKind, revenueStreamKindNames, sponsorDisplayNames, sponsorDisplays } from '@sasaeai/domain/donation/revenue/revenue-stream-kind'
import { id } from '@sasaeai/domain/ids'
import { drivesOf } from '@sasaeai/domain/ledger/funding-category'
import { formatYen } from '@sasaeai/domain/money/yen'
import { AmountField } from '@sasaeai/ui/amount-field'
import { ComboBoxField, type ComboBoxOption } from '@sasaeai/ui/combo-box-field'
import { DateField } from '@sasaeai/ui/date-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm, type UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import type { ErrorOf } from '../../../app/command-form.tsx'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedAmount, readTypedDate } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { useToday } from '../../../app/use-today.ts'
import { lookupSupporters, usableOptions } from '../../ledger/ground-options.ts'
import { useGround } from '../../ledger/use-ground.ts'
import type { RevenueStreamRow } from './revenue-page.tsx'

type StreamDraft = z.input<ReturnType<typeof typedRevenueStreamSchema>>
type StreamForm = UseFormReturn<StreamDraft, unknown, RevenueStreamDetails>

interface RevenueStreamDialogProps extends DialogTurns {
  readonly kind: RevenueStreamKind
  /** Null for a new one of that kind. */
  readonly stream: RevenueStreamRow | null
}

const wordsOf: Record<RevenueStreamKind, { readonly name: string; readonly starts: string; readonly ends: string; readonly expected: string }> = {
  vending_machine: { name: '例：市役所1階ロビー', starts: '設置日', ends: '撤去日', expected: '1か月の手数料の見込み' },
  sponsorship: { name: '例：福祉まつりの協賛', starts: '期間の始まり', ends: '期間の終わり', expected: '協賛の額' },
  crowdfunding: { name: '例：子ども食堂を市内全域へ', starts: '募集の始まり', ends: '募集の終わり', expected: '目標額' },
}

/** Adds a machine, a sponsor or a project, or changes it. */
export function RevenueStreamDialog({ kind, stream, ...turns }: RevenueStreamDialogProps) {
  const save = useMutation(trpc.donation.revenue.save.mutationOptions())
  const context = { today: useToday() }
  const initial = draftOf(stream, kind)
  const form: StreamForm = useForm<StreamDraft, unknown, RevenueStreamDetails>({ resolver: zodResolver(typedRevenueStreamSchema(context)), defaultValues: initial, shouldFocusError: false })
  const { register } = form
  const words = wordsOf[kind]
  return (
    <FormDialog title={`${revenueStreamKindNames[kind]}の${stream === null ? '追加' : '編集'}`} form={form} {...turns}
      save={(details) => save.mutateAsync({ id: stream?.streamId ?? null, revision: stream?.revision ?? null, details })}>
      {(errorOf) => (
        <>
          <TextField label="番号" requirement="required" id="code" width="short" support="種類ごとの番号です。例：12" error={errorOf('code')} {...register('code')} />
          <TextField label="名称" requirement="required" id="name" support={words.name} autoComplete="off" error={errorOf('name')} {...register('name')} />
          {kind !== 'crowdfunding' && <SupporterField form={form} errorOf={errorOf} stream={stream} kind={kind} />}
          {kind !== 'sponsorship' && <TextField label={kind === 'crowdfunding' ? 'サイト名' : '設置場所'} requirement="optional" id="place" autoComplete="off" error={errorOf('place')} {...register('place')} />}
          <DateField label={words.starts} requirement={kind === 'vending_machine' ? 'required' : 'optional'} id="startsOn" read={(text) => readTypedDate(text, context)} defaultValue={initial.startsOn} error={errorOf('startsOn')} {...register('startsOn')} />
          <DateField label={words.ends} requirement="optional" id="endsOn" read={(text) => readTypedDate(text, context)} defaultValue={initial.endsOn} error={errorOf('endsOn')} {...register('endsOn')} />
          <AmountField label={words.expected} requirement="optional" id="expectedYen" read={readTypedAmount} defaultValue={initial.expectedYen} error={errorOf('expectedYen')} {...register('expectedYen')} />
          <BookFields form={form} errorOf={errorOf} kind={kind} />
          {kind === 'sponsorship' && (
            <SelectField label="名前の出し方" requirement="required" id="display" emptyLabel="選んでください" options={sponsorDisplays.map((value) => ({ value, label: sponsorDisplayNames[value] }))} support="広報などに協賛企業として載せるときの約束です。" error={errorOf('display')} {...register('display')} />
          )}
          <TextAreaField label={kind === 'sponsorship' ? '特典' : '条件'} requirement="optional" id="terms" support={kind === 'sponsorship' ? '例：会場の横断幕に社名、社協だよりに掲載' : '例：売上の5%'} error={errorOf('terms')} {...register('terms')} />
          <TextField label="備考" requirement="optional" id="note" autoComplete="off" error={errorOf('note')} {...register('note')} />
        </>
      )}
    </FormDialog>
  )
}

interface PartProps {
  readonly form: StreamForm
  readonly errorOf: ErrorOf
  readonly kind: RevenueStreamKind
}

function SupporterField({ form, errorOf, stream, kind }: PartProps & { readonly stream: RevenueStreamRow | null }) {
  const [supporter, setSupporter] = useState<ComboBoxOption | null>(stream?.supporterId == null ? null : { id: stream.supporterId, label: stream.supporterName ?? '' })
  return (
    <ComboBoxField label={kind === 'sponsorship' ? '協賛企業' : '設置会社'} requirement={kind === 'sponsorship' ? 'required' : 'optional'} id="supporterId" width="medium" support="支援者の番号・名前・よみで探せます。"
      value={supporter} load={lookupSupporters} error={errorOf('supporterId')}
      onChange={(option) => {
        setSupporter(option)
        form.setValue('supporterId', option === null ? null : id<'SupporterId'>(option.id))
      }} />
  )
}

function BookFields({ form: { register }, errorOf, kind }: PartProps) {
  const ground = useGround()
  const sources = [...(ground.data?.sources ?? [])].flatMap(([value, { code, name, category, isClosed }]) =>
    isClosed || category === 'membership_dues' || drivesOf(category).length > 0 ? [] : [{ value, label: `${code} ${name}` }])
  const expenses = [...(ground.data?.accounts ?? [])].flatMap(([value, { code, name, category, isClosed, isHeading, book }]) =>
    isClosed || isHeading || category !== 'expense' || book !== 'council' ? [] : [{ value, label: `${code} ${name}` }])
  return (
    <>
      {/* Shown anew when their choices have come: a native list forgets a value that it did not know yet. */}
      <SelectField key={`sources${sources.length}`} label="財源" requirement="required" id="fundingSourceId" emptyLabel="選択してください" options={sources} support="この財源の収入として記帳します。" error={errorOf('fundingSourceId')} {...register('fundingSourceId')} />
      <SelectField key={`funds${ground.data?.funds.size ?? 0}`} label="使途・基金" requirement="optional" id="fundId" emptyLabel="指定しない" options={usableOptions(ground.data?.funds ?? new Map())} error={errorOf('fundId')} {...register('fundId')} />
      {kind === 'crowdfunding' && <SelectField key={`fees${expenses.length}`} label="手数料の科目" requirement="required" id="feeAccountId" emptyLabel="選択してください" options={expenses} error={errorOf('feeAccountId')} {...register('feeAccountId')} />}
    </>
  )
}

function draftOf(stream: RevenueStreamRow | null, kind: RevenueStreamKind) {
  if (stream === null) return { kind, code: '', name: '', supporterId: null, fundingSourceId: '', fundId: '', startsOn: '', endsOn: '', expectedYen: '', place: '', terms: '', display: '', feeAccountId: '', note: '' }
  const { code, name, supporterId, fundingSourceId, fundId, startsOn, endsOn, expectedYen, place, terms, display, feeAccountId, note } = stream
  const typed = (date: LocalDate | null) => (date === null ? '' : formatLocalDateShort(date))
  return {
    kind, code, name, supporterId, fundingSourceId, fundId: fundId ?? '', startsOn: typed(startsOn), endsOn: typed(endsOn), expectedYen: expectedYen === null ? '' : formatYen(expectedYen), place, terms,
    display: display ?? '', feeAccountId: feeAccountId ?? '', note,
  }
}
