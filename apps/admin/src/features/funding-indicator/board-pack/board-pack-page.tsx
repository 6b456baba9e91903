import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { boardPackParts, boardPackPartNames } from '@sasaeai/domain/funding-indicator/board-pack/board-pack'
import { PageHeader } from '@sasaeai/ui/page-header'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'
import { CutForm } from '../cut-form.tsx'
import { PostingMomentForm } from '../posting-moment-form.tsx'
import { today } from '../../../app/read-typed.ts'

/** 理事会資料 with what staff has to say to each of its parts. */
export function BoardPackPage() {
  const { asOf, postedUntil } = useSearch({ from: '/staff/reports/board-pack' })
  const fiscalYear = useFiscalYearInView()
  const navigate = useNavigate({ from: '/reports/board-pack' })
  const form = useRef<HTMLFormElement>(null)
  const commentsTyped = () => {
    const typed = new FormData(form.current ?? undefined)
    return Object.fromEntries(boardPackParts.flatMap((part) => {
      const text = typed.get(part)
      return typeof text === 'string' && text.trim() !== '' ? [[part, text.trim()]] : []
    }))
  }
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title="理事会資料"
        description={`${formatFiscalYear(fiscalYear)}の財源の状況を、表紙・図・表のそろったA4の資料にします。作成した資料は数字ごと保存され、同じ時点ならいつでも同じものになります。`}
      />
      <CutForm
        cut={{ fiscalYear, asOf: asOf ?? today() }}
        onChange={(day) => void navigate({ search: (before) => ({ ...before, asOf: day ?? undefined }) })}
      />
      <PostingMomentForm moment={postedUntil} onChange={(moment) => void navigate({ search: (before) => ({ ...before, postedUntil: moment }) })} />
      <form ref={form} aria-label="説明" className="flex flex-col gap-4" onSubmit={(event) => event.preventDefault()}>
        <h2 className="text-[1.375rem] leading-140 font-bold">各部に付ける説明</h2>
        <p className="text-ink-sub">書いたところだけ、その部の初めに印刷します。空欄のままでも作れます。</p>
        <div className="grid gap-4 lg:grid-cols-2">
          {boardPackParts.map((part) => (
            <TextAreaField key={part} label={boardPackPartNames[part]} name={part} rows={3} maxLength={2_000} />
          ))}
        </div>
        <div>
          <OrderPapersButton variant="primary" order={() => ({ kind: 'board_pack', fiscalYear, asOf, postedUntil, comments: commentsTyped() })}>
            理事会資料を作成する
          </OrderPapersButton>
        </div>
      </form>
    </div>
  )
}
