import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { type Contribution, postingsOfContribution, problemOfContribution } from '@sasaeai/domain/ledger/contribution'
import { describeContribution } from '@sasaeai/domain/ledger/describe-contribution'
import { type PostingDraft, reversedPostings } from '@sasaeai/domain/ledger/entry-draft'
import { typedReversalSchema } from '@sasaeai/domain/ledger/reversal'
import { type TypedContribution, typedContributionSchema } from '@sasaeai/domain/ledger/typed-contribution'
import { formatYen, negateYen } from '@sasaeai/domain/money/yen'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { type Control, useWatch } from 'react-hook-form'
import { today } from '../../app/read-typed.ts'
import { contributionOfEntry } from './contribution-of-entry.ts'
import type { Entry } from './entry.ts'
import type { LedgerGround } from './use-ground.ts'

interface TypedCorrection {
  readonly reversalDate: string
  readonly reason: string
  readonly contribution: TypedContribution
}

interface CorrectionPreviewProps<Output> {
  readonly entry: Entry
  // The second place is the form's own context, which no form here uses.
  readonly control: Control<TypedCorrection, unknown, Output>
  readonly ground: LedgerGround
}

/** 赤伝 and 黒伝 as they would be booked from what stands in the form now. */
export function CorrectionPreview<Output>({ entry, control, ground }: CorrectionPreviewProps<Output>) {
  const typed = useWatch({ control })
  const reversalDate = typedReversalSchema({ today: today() }).shape.reversalDate.safeParse(typed.reversalDate)
  const corrected = typedContributionSchema({ today: today() }).safeParse(typed.contribution)
  const original = contributionOfEntry(entry, ground)
  const isComplete = corrected.success && problemOfContribution(corrected.data, ground) === null
  return (
    <section aria-label="記帳される伝票" className="rounded-8 bg-surface-sub p-4">
      <h3 className="mb-2 font-bold">記帳される伝票</h3>
      <ul className="flex flex-col gap-2">
        {original !== null && (
          <PreviewLine kind="赤伝" date={reversalDate.success ? formatLocalDateShort(reversalDate.data) : '日付未入力'}
            contribution={original} ground={ground} />
        )}
        {isComplete ? (
          <PreviewLine kind="黒伝" date={formatLocalDateShort(corrected.data.entryDate)}
            contribution={corrected.data} ground={ground} />
        ) : (
          <li>黒伝は、入力がそろうと表示されます。</li>
        )}
      </ul>
    </section>
  )
}

interface PreviewLineProps {
  readonly kind: '赤伝' | '黒伝'
  readonly date: string
  readonly contribution: Contribution
  readonly ground: LedgerGround
}

function PreviewLine({ kind, date, contribution, ground }: PreviewLineProps) {
  const booked = postingsOfContribution(contribution, ground)
  const postings = kind === '赤伝' ? reversedPostings(booked) : booked
  const side = ({ accountId, amountYen }: PostingDraft) =>
    `${ground.accounts.get(accountId)?.name ?? ''} ${formatYen(amountYen < 0 ? negateYen(amountYen) : amountYen)}`
  const debits = postings.filter(({ amountYen }) => amountYen > 0).map(side)
  const credits = postings.filter(({ amountYen }) => amountYen < 0).map(side)
  return (
    <li className="flex flex-wrap items-baseline gap-x-3">
      <StatusChip tone={kind === '赤伝' ? 'error' : 'neutral'}>{kind}</StatusChip>
      <span className="figures">{date}</span>
      <span className="figures">（借）{debits.join('、')} ／（貸）{credits.join('、')}</span>
      <span className="basis-full text-[0.875rem] text-ink-sub">{describeContribution(contribution, ground)}</span>
    </li>
  )
}
