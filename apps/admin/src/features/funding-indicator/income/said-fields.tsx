import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { parseDate } from '@sasaeai/domain/calendar/parse-date'
import { type CellGroup, cellGroups } from '@sasaeai/domain/funding-indicator/income/typed-income'
import { DateField } from '@sasaeai/ui/date-field'
import { TextField } from '@sasaeai/ui/text-field'
import { readTypedDate, today } from '../../../app/read-typed.ts'
import type { IncomeDraft } from './use-income-draft.ts'

const groupNames: Record<CellGroup, string> = { budget: '予算', settled: '決算', figure: '基礎数値' }

/** 出典 and 時点 of what is about to be saved: said once for all cells of a paper. */
export function SaidFields({ draft }: { draft: IncomeDraft }) {
  return (
    <details className="mb-4 rounded-8 border border-line px-4 py-2 print-hidden">
      <summary className="cursor-pointer py-1 font-bold">
        保存する欄に付ける出典と時点
        <span className="ml-3 text-[0.875rem] font-normal text-ink-sub">{cellGroups.map((group) => draft.said[group].source).filter((source, place, all) => source !== '' && all.indexOf(source) === place).join('、')}</span>
      </summary>
      <p className="mt-1 text-[0.875rem] text-ink-sub">これから変える欄にだけ付きます。保存した欄の出典と備考は、欄の横の時計のボタンで直せます。</p>
      <div className="mt-3 grid gap-x-6 gap-y-3 pb-3 sm:grid-cols-2">
        {cellGroups.map((group) => <GroupFields key={group} group={group} draft={draft} />)}
      </div>
    </details>
  )
}

function GroupFields({ group, draft: { said, say } }: { group: CellGroup; draft: IncomeDraft }) {
  const { source, asOf } = said[group]
  return (
    <>
      <TextField label={`${groupNames[group]}の出典`} id={`source-${group}`} width="long" defaultValue={source} maxLength={100}
        onChange={(event) => say(group, { source: event.currentTarget.value, asOf })} />
      <DateField label={`${groupNames[group]}の時点`} id={`as-of-${group}`} read={readTypedDate} defaultValue={asOf === null ? '' : formatLocalDateShort(asOf)}
        onChange={(event) => {
          const read = parseDate(event.currentTarget.value, { today: today() })
          say(group, { source, asOf: read.ok ? read.date : null })
        }} />
    </>
  )
}
