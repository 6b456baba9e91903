import type { PostingMoment } from '@sasaeai/domain/ledger/posting-moment'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import type { ReactNode } from 'react'
import { PageError } from '../../app/page-error.tsx'
import { PostingMomentForm } from './posting-moment-form.tsx'

interface ReportFrameProps {
  readonly title: string
  readonly description: string
  /** How the report is taken along. */
  readonly actions: ReactNode
  /** What else is asked for, beside the moment. */
  readonly form?: ReactNode
  readonly moment: PostingMoment | undefined
  readonly onMoment: (moment: PostingMoment | undefined) => void
  readonly children: ReactNode
}

/** A report of a year: what it is, as of when, and how it goes out as a file and on paper. */
export function ReportFrame({ title, description, actions, form, moment, onMoment, children }: ReportFrameProps) {
  return (
    <div className="flex flex-col gap-8 print:gap-4">
      <div className="-mb-6"><PageHeader title={title} description={description} actions={actions} /></div>
      {form}
      <PostingMomentForm moment={moment} onChange={onMoment} />
      {children}
    </div>
  )
}

interface ReportAnswerProps<Data> {
  readonly answer: { readonly isError: boolean; readonly isPlaceholderData: boolean; readonly data: Data | undefined; readonly refetch: () => unknown }
  /** How many lines are on their way. */
  readonly lines: number
  readonly children: (data: Data, isRefreshing: boolean) => ReactNode
}

/** What the server answers, or what there is in its place. */
export function ReportAnswer<Data>({ answer: { isError, isPlaceholderData, data, refetch }, lines, children }: ReportAnswerProps<Data>) {
  if (data !== undefined) return children(data, isPlaceholderData)
  return isError ? <PageError reset={() => void refetch()} /> : <LoadingSkeleton lines={lines} />
}

interface ReportSectionProps {
  readonly title: string
  readonly note?: string
  readonly children: ReactNode
}

/** A part of a report, with what one must know of it. */
export function ReportSection({ title, note, children }: ReportSectionProps) {
  return (
    <section className="flex min-w-0 flex-col gap-3">
      <div>
        <h2 className="text-[1.25rem] font-bold">{title}</h2>
        {note !== undefined && <p className="text-[0.875rem] text-ink-sub">{note}</p>}
      </div>
      {children}
    </section>
  )
}
