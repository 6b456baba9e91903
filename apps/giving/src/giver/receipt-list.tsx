import type { GiverPage } from '@sasaeai/domain/online-giving/giver/giver-page'
import { TextLink } from '@sasaeai/ui/text-link'
import { dayInWords, inYen } from '../site/figures-in-words.ts'
import { withReadings } from '../site/readings.tsx'
import { useSite } from '../site/site-context.ts'
import { useMyWords } from './my-words.ts'
import { YearStatements } from './year-statements.tsx'

interface ReceiptListProps extends Pick<GiverPage, 'receipts' | 'voidReceipts' | 'years'> {
  readonly onIssued: () => Promise<void>
}

/** Receipts and 年間証明, each to be opened for an hour, and those of the years that may be issued now. */
export function ReceiptList({ receipts, voidReceipts, years, onIssued }: ReceiptListProps) {
  const words = useMyWords()
  const { words: siteWords } = useSite()
  return (
    <section aria-labelledby="receipts" className="mt-10">
      <h2 id="receipts" tabIndex={-1} className="border-b-2 border-line pb-1 text-[1.25rem] font-bold">{withReadings(words.receipts)}</h2>
      <YearStatements years={years} onIssued={onIssued} />
      {receipts.length + years.length === 0 && <p className="mt-3">{withReadings(words.noReceipts)}</p>}
      <ul>
        {receipts.map(({ number, issuedOn, amountYen, calendarYear, path }) => (
          <li key={number} className="flex flex-wrap items-center justify-between gap-x-6 border-b border-line-faint py-1.5">
            <TextLink href={path} target="_blank" rel="noreferrer" className="inline-flex min-h-11 items-center"><span>{withReadings(calendarYear === null ? words.receiptFile(number) : words.annualFile(calendarYear, number))}</span></TextLink>
            <span className="flex gap-x-4"><span className="text-ink-sub">{withReadings(dayInWords(siteWords, issuedOn))}</span><span className="figures">{withReadings(inYen(siteWords, amountYen))}</span></span>
          </li>
        ))}
        {voidReceipts.map(({ number, calendarYear }) => (
          <li key={number} className="border-b border-line-faint py-3 text-ink-sub">{withReadings(calendarYear === null ? words.receiptVoid(number) : words.annualVoid(calendarYear, number))}</li>
        ))}
      </ul>
    </section>
  )
}
