import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import type { SupporterId } from '@sasaeai/domain/ids'
import { letterKindNames } from '@sasaeai/domain/letter/letter-kind'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { useQuery } from '@tanstack/react-query'
import { Answered } from '../../app/answered.tsx'
import { type RouterOutput, trpc } from '../../app/trpc.ts'
import { useMayDo } from '../../app/use-may-do.ts'
import { NoticeButtons } from './notice-buttons.tsx'

/** 送った文書 of a supporter, the newest first, each in the words that it had; and the way to write another. */
export function LettersOfSupporter({ supporterId, isMerged }: { readonly supporterId: SupporterId; readonly isMerged: boolean }) {
  const mayRead = useMayDo('supporter.read')
  const letters = useQuery({ ...trpc.letter.sentTo.queryOptions({ supporterId }), enabled: mayRead })
  if (!mayRead) return null
  return (
    <section>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-[1.125rem] font-bold">送った文書</h2>
        {!isMerged && <NoticeButtons audience={{ supporterId }} size="small" />}
      </div>
      <Answered answer={letters} lines={1}>{(data) => <SentLetters letters={data} />}</Answered>
    </section>
  )
}

function SentLetters({ letters }: { readonly letters: RouterOutput['letter']['sentTo'] }) {
  if (letters.length === 0) return <p className="text-ink-sub">記録はまだありません。礼状やご案内を送ったことを記録すると、その文とともに残ります。</p>
  return (
    <ol className="flex flex-col divide-y divide-line-faint">
      {letters.map(({ letterId, kind, sentOn, method, heading, words, recordedByName }) => (
        <li key={letterId} className="py-3">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.9375rem]">
            <span className="figures font-bold">{formatLocalDate(sentOn)}</span>
            <StatusChip>{letterKindNames[kind]}</StatusChip>
            <span>{method}</span>
          </p>
          {words !== '' && (
            <details className="mt-1">
              <summary className="cursor-pointer">{heading}</summary>
              <p className="mt-1 border-l-4 border-line-faint pl-3 text-[0.9375rem] whitespace-pre-line">{words}</p>
            </details>
          )}
          <p className="text-[0.8125rem] text-ink-faint">記録：{recordedByName}</p>
        </li>
      ))}
    </ol>
  )
}
