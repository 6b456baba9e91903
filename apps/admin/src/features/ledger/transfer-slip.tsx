import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { formatYen, negateYen, sumYen, type Yen } from '@sasaeai/domain/money/yen'
import type { ReactNode } from 'react'
import { AppLink } from '../../app/app-link.tsx'
import { useMayDo } from '../../app/use-may-do.ts'
import { formatInstant } from '../user/instant-text.ts'
import type { Entry, EntryPosting } from './entry.ts'

/** 振替伝票: debits on the left, credits on the right, as every bookkeeper reads it. Prints as it stands. */
export function TransferSlip({ entry }: { entry: Entry }) {
  const debits = entry.postings.filter(({ amountYen }) => amountYen > 0)
  const credits = entry.postings.filter(({ amountYen }) => amountYen < 0)
  const lines = Array.from({ length: Math.max(debits.length, credits.length) }, (_, index) => index)
  const total = sumYen(debits.map(({ amountYen }) => amountYen))
  return (
    <section aria-label="振替伝票" className="keep-together mb-8 border border-solid-gray-600 p-4 sm:p-6">
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="text-[1.25rem] font-bold tracking-[0.5em]">振替伝票</h2>
        <p className="figures">{formatLocalDate(entry.entryDate)}　No. {entry.entryNumber}</p>
      </div>
      <div className="overflow-x-auto" role="region" aria-label="借方と貸方" tabIndex={0}>
        <table className="w-full min-w-120 border-collapse text-(length:--text-cell)">
          <thead>
            <tr>
              {['借方金額', '借方科目', '貸方科目', '貸方金額'].map((heading) => (
                <th key={heading} scope="col" className="border border-solid-gray-420 bg-surface-sub px-3 py-2">{heading}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((index) => (
              <SlipLine key={index} debit={debits[index]} credit={credits[index]} bookedIn={entry.fiscalYear} />
            ))}
          </tbody>
          <tfoot>
            <tr className="font-bold">
              <AmountCell yen={total} />
              <td colSpan={2} className="border border-solid-gray-420 px-3 py-2 text-center">合計</td>
              <AmountCell yen={total} />
            </tr>
          </tfoot>
        </table>
      </div>
      <SlipDetails entry={entry} />
    </section>
  )
}

interface SlipLineProps {
  readonly debit: EntryPosting | undefined
  readonly credit: EntryPosting | undefined
  readonly bookedIn: number
}

function SlipLine({ debit, credit, bookedIn }: SlipLineProps) {
  return (
    <tr>
      <AmountCell yen={debit?.amountYen} />
      <AccountCell posting={debit} bookedIn={bookedIn} />
      <AccountCell posting={credit} bookedIn={bookedIn} />
      <AmountCell yen={credit === undefined ? undefined : negateYen(credit.amountYen)} />
    </tr>
  )
}

function AmountCell({ yen }: { yen: Yen | undefined }) {
  return <td className="figures border border-solid-gray-420 px-3 py-2 text-right align-top">{yen === undefined ? '' : formatYen(yen)}</td>
}

/** The year of the dues is said where it is not the year of the slip. */
function AccountCell({ posting, bookedIn }: { posting: EntryPosting | undefined; bookedIn: number }) {
  const names = [posting?.source, posting?.campaign, posting?.duesKind, posting?.method, posting?.fund, posting?.area]
  const details = names.flatMap((named) => (named == null ? [] : [named.name]))
  if (posting?.duesYear != null && posting.duesYear !== bookedIn) details.push(`${formatFiscalYear(fiscalYear(posting.duesYear))}分`)
  const count = posting?.count ?? 0
  if (count !== 0) details.push(`${count < 0 ? '△' : ''}${Math.abs(count).toLocaleString('ja-JP')}件`)
  return (
    <td className="border border-solid-gray-420 px-3 py-2 align-top">
      {posting?.account.name}
      {details.length > 0 && <div className="text-[0.875rem] text-ink-sub">{details.join('・')}</div>}
    </td>
  )
}

function SlipDetails({ entry }: { entry: Entry }) {
  const { description, payer, batch, reason, postedBy, postedAt } = entry
  const details: { label: string; value: ReactNode }[] = [
    { label: '摘要', value: description },
    ...(reason === '' ? [] : [{ label: '理由', value: reason }]),
    ...(payer === null ? [] : [{ label: '支援者', value: `${payer.name}（支援者番号 ${payer.number}）` }]),
    ...(batch === null ? [] : [{ label: '受付', value: <BatchLink batch={batch} /> }]),
    { label: '記帳', value: `${postedBy} ${formatInstant(postedAt)}` },
  ]
  return (
    <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
      {details.map(({ label, value }) => (
        <div key={label} className="contents">
          <dt className="text-ink-sub">{label}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function BatchLink({ batch: { id, intakeNumber, bearer } }: { batch: NonNullable<Entry['batch']> }) {
  const mayOpen = useMayDo('intake.read')
  const words = `受付番号 ${intakeNumber ?? '—'}${bearer === '' ? '' : `（持参者 ${bearer}）`}`
  return mayOpen ? <AppLink to="/intake/$batchId" params={{ batchId: id }}>{words}</AppLink> : words
}
