import { labelsOnSheet, sheetsFor } from '@sasaeai/domain/letter/address-label/label-place'
import { type LeftOutReason, leftOutNames } from '@sasaeai/domain/letter/address-label/arrange-labels'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import type { LabelPreview, LabelSheet } from './label-papers.ts'

interface LabelCountsProps {
  readonly preview: LabelPreview
  /** Where labels are printed. */
  readonly sheet: LabelSheet | undefined
  readonly startAt: number
}

/** How many there will be, on how many sheets, and who gets none. */
export function LabelCounts({ preview, sheet, startAt }: LabelCountsProps) {
  const { labels, people, leftOut, nameless, isTooMany } = preview
  if (isTooMany) return <NoticeBanner tone="warning" title="宛先が多すぎます">2万人までです。一覧を地域や種類で絞り込んでから、もう一度開いてください。</NoticeBanner>
  const sheets = sheet === undefined ? 0 : sheetsFor(sheet, { labels, startAt: Math.min(startAt, labelsOnSheet(sheet)) })
  return (
    <div aria-live="polite" className="flex flex-col gap-2">
      <p>
        <strong className="figures text-[1.25rem]">{groupDigits(labels)}</strong>件{people > labels && `（${groupDigits(people)}人）`}
        {sheets > 0 && <span className="text-ink-sub">　用紙 <span className="figures">{groupDigits(sheets)}</span>枚</span>}
      </p>
      {(leftOut.length > 0 || nameless > 0) && (
        <div className="text-[0.9375rem]">
          <p className="font-bold">宛名を作らないもの</p>
          <ul className="list-disc pl-5">
            {leftOut.map(({ reason, count, first }) => <li key={reason}>{leftOutLine(reason, count, first)}</li>)}
            {nameless > 0 && <li>支援者の登録がないもの（匿名・自治会の束など） {groupDigits(nameless)}件</li>}
          </ul>
        </div>
      )}
      {labels === 0 && <p>作成できる宛名がありません。</p>}
    </div>
  )
}

function leftOutLine(reason: LeftOutReason, count: number, first: LabelPreview['leftOut'][number]['first']) {
  const names = first.map(({ number, name }) => `${number} ${name}`).join('、')
  return `${leftOutNames[reason]} ${groupDigits(count)}人（${names}${count > first.length ? ' ほか' : ''}）`
}
