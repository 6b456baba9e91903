import { formatLocalDate, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { journalEntryIdSchema, receiptIdSchema, supporterIdSchema } from '@sasaeai/domain/id-schemas'
import type { LetterCase } from '@sasaeai/domain/letter/compose-letter'
import { sampleValuesOf } from '@sasaeai/domain/letter/letter-field'
import type { LetterKind } from '@sasaeai/domain/letter/letter-kind'
import { formatYen } from '@sasaeai/domain/money/yen'
import { ComboBoxField, type ComboBoxOption } from '@sasaeai/ui/combo-box-field'
import { SelectField, type SelectOption } from '@sasaeai/ui/select-field'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { queryClient, trpc } from '../../../app/trpc.ts'
import { useToday } from '../../../app/use-today.ts'
import { lookupSupporters } from '../../ledger/ground-options.ts'

interface PreviewCaseFieldProps {
  readonly kind: LetterKind
  /** Null for sample data. */
  readonly onChoose: (letter: LetterCase | null) => void
}

/** A letter that nobody gets, in the name of the council itself. */
export function useSampleCase(kind: LetterKind): LetterCase {
  const council = useQuery(trpc.council.get.queryOptions())
  const today = useToday()
  const own = council.data == null ? {} : { councilName: council.data.name, representative: council.data.representative, councilAddress: council.data.address, councilPhone: council.data.phone }
  return {
    addressee: { name: '支援　太郎', honorific: '様', postalCode: '830-0001', address: 'ささえ市中央町1番1号' },
    values: { ...sampleValuesOf(kind), ...own, letterDay: formatLocalDate(today) },
  }
}

/** Whom a template is shown for: sample data, or somebody out of the books. */
export function PreviewCaseField({ kind, onChoose }: PreviewCaseFieldProps) {
  switch (kind) {
    case 'thank_you':
      return <GiftField onChoose={onChoose} />
    case 'receipt_cover':
    case 'annual_cover':
      return <ReceiptField kind={kind} onChoose={onChoose} />
    case 'notice':
      return <SupporterField onChoose={onChoose} />
  }
}

type ChooseProps = Pick<PreviewCaseFieldProps, 'onChoose'>

function GiftField({ onChoose }: ChooseProps) {
  const fiscalYear = useFiscalYearInView()
  const gifts = useQuery(trpc.donation.gift.list.queryOptions({ fiscalYear }))
  const options = (gifts.data?.rows ?? []).map(({ entryId, supporterName, receivedOn, amountYen }) => ({ value: entryId, label: `${formatLocalDateShort(receivedOn)} ${supporterName ?? '匿名'} ${formatYen(amountYen)}円` }))
  const choose = async (entryId: string) => onChoose(entryId === '' ? null : await queryClient.fetchQuery(trpc.donation.letter.ofGift.queryOptions({ entryId: journalEntryIdSchema.parse(entryId) })))
  return <CaseSelect options={options} choose={choose} />
}

function ReceiptField({ kind, onChoose }: PreviewCaseFieldProps) {
  const fiscalYear = useFiscalYearInView()
  const series = useQuery(trpc.receipt.series.list.queryOptions())
  const seriesId = series.data?.find(({ subject }) => subject === (kind === 'annual_cover' ? 'annual' : 'donation'))?.id
  const receipts = useQuery({ ...trpc.receipt.list.queryOptions({ fiscalYear, seriesId }), enabled: seriesId !== undefined })
  const options = (receipts.data?.rows ?? []).map(({ receiptId, number, payer }) => ({ value: receiptId, label: `${number} ${payer}` }))
  const choose = async (receiptId: string) => onChoose(receiptId === '' ? null : await queryClient.fetchQuery(trpc.receipt.coverLetter.queryOptions({ receiptId: receiptIdSchema.parse(receiptId) })))
  return <CaseSelect options={options} choose={choose} />
}

function SupporterField({ onChoose }: ChooseProps) {
  const [chosen, setChosen] = useState<ComboBoxOption | null>(null)
  const choose = async (option: ComboBoxOption | null) => {
    setChosen(option)
    onChoose(option === null ? null : await queryClient.fetchQuery(trpc.letter.ofSupporter.queryOptions({ supporterId: supporterIdSchema.parse(option.id) })))
  }
  return <ComboBoxField label="だれへの文書として見るか" support="空けておくと、見本の内容で見られます。番号・名前・よみで探せます。" value={chosen} load={lookupSupporters} onChange={(option) => void choose(option)} />
}

function CaseSelect({ options, choose }: { options: readonly SelectOption[]; choose: (value: string) => Promise<void> }) {
  return <SelectField label="だれへの文書として見るか" width="long" emptyLabel="見本の内容" options={options} onChange={(event) => void choose(event.currentTarget.value)} />
}
