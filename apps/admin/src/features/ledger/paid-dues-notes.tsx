import { fiscalYear, type FiscalYear, fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { parseDate } from '@sasaeai/domain/calendar/parse-date'
import { id, type SupporterId } from '@sasaeai/domain/ids'
import type { Contribution } from '@sasaeai/domain/ledger/contribution'
import type { TypedContribution } from '@sasaeai/domain/ledger/typed-contribution'
import { type DuesAtHand, notesOnPaidDues, suggestedDuesOf } from '@sasaeai/domain/membership-dues/payer/supporter-dues'
import { formatYen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { useQuery } from '@tanstack/react-query'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { today } from '../../app/read-typed.ts'
import { trpc } from '../../app/trpc.ts'
import type { LedgerGround } from './use-ground.ts'

/** The form of a single slip: what is typed, and the contribution that it is read into. */
export type SlipFormState = UseFormReturn<TypedContribution, unknown, Contribution>

interface PaidDuesNotesProps {
  readonly ground: LedgerGround
  readonly form: SlipFormState
}

/** What a payer of dues has paid already, and what his 口 come to. It never keeps the slip from being booked. */
export function PaidDuesNotes({ ground, form }: PaidDuesNotesProps) {
  const [duesKindId, duesYear, entryDate, supporterId, amountYen] = useWatch({
    control: form.control,
    name: ['duesKindId', 'duesYear', 'entryDate', 'supporterId', 'amountYen'],
  })
  const atHand = duesAtHand({ duesKindId, duesYear, entryDate }, ground)
  if (atHand === null || supporterId === '') return null
  return (
    <NotesOnPayer
      supporterId={id(supporterId)}
      isAmountTyped={amountYen.trim() !== ''}
      onAmount={(amount) => form.setValue('amountYen', amount, { shouldDirty: true })}
      {...{ ground, atHand }}
    />
  )
}

interface NotesOnPayerProps extends Pick<PaidDuesNotesProps, 'ground'> {
  readonly supporterId: SupporterId
  readonly atHand: DuesAtHand
  readonly isAmountTyped: boolean
  readonly onAmount: (amount: string) => void
}

function NotesOnPayer({ supporterId, ground, atHand, onAmount, isAmountTyped }: NotesOnPayerProps) {
  const { data: dues } = useQuery(trpc.membershipDues.payer.dues.queryOptions({ supporterId }))
  if (dues === undefined) return null
  const [first, ...others] = notesOnPaidDues(dues, atHand, ground)
  const suggested = isAmountTyped ? null : suggestedDuesOf(dues, { ...atHand, typedUnits: null }, ground)
  return (
    <>
      {first !== undefined && (
        <NoticeBanner tone="warning" isLive title={first}>
          {[...others, '確かめたうえで、そのまま記帳することもできます。'].join(' ')}
        </NoticeBanner>
      )}
      {suggested !== null && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {`この会員は${suggested.units}口です（目安 ${formatYen(suggested.unitYen)}円×${suggested.units}口）。`}
          <Button size="small" onClick={() => onAmount(formatYen(suggested.amountYen))}>
            {`金額に${formatYen(suggested.amountYen)}円を入れる`}
          </Button>
        </p>
      )}
    </>
  )
}

type TypedDues = Pick<TypedContribution, 'duesKindId' | 'duesYear' | 'entryDate'>

/** Which dues the form is about: null for other money, or while kind or year cannot be told. */
function duesAtHand({ duesKindId, duesYear, entryDate }: TypedDues, { duesKinds }: LedgerGround): DuesAtHand | null {
  const kindId = [...duesKinds.keys()].find((each) => each === duesKindId)
  const year = duesYear === '' ? yearOfDay(entryDate) : fiscalYear(Number(duesYear))
  return kindId === undefined || year === null ? null : { duesKindId: kindId, duesYear: year }
}

function yearOfDay(text: string): FiscalYear | null {
  const day = parseDate(text, { today: today() })
  return day.ok ? fiscalYearOf(day.date) : null
}
