import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { remainingBudgetYen } from '@sasaeai/domain/grant/application/grant-application-state'
import { formatYen, formatYenDelta, sumYen, type Yen, yen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { SelectField } from '@sasaeai/ui/select-field'
import { OverflowFrame } from '@sasaeai/ui/overflow-frame'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import { moveByKeys } from '../../../app/move-by-keys.ts'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'
import type { GrantApplication, GrantCall } from '../call/grant-call-page.tsx'
import { type DecisionDraft, useDecisionDraft } from './use-decision-draft.ts'

/** 決定: what 配分委員会 awarded, all applications of the call in one grid. */
export function DecisionsPart({ call, reliefYen }: { call: GrantCall; reliefYen: Yen }) {
  const committees = useQuery(trpc.grant.committee.list.queryOptions({ fiscalYear: call.fiscalYear }))
  const mayManage = useMayDo('grant.manage')
  const [committeeId, setCommitteeId] = useState<string>()
  const applications = call.applications.filter(({ withdrawnOn }) => withdrawnOn === null)
  const last = committees.data?.at(-1)?.committeeId ?? ''
  const chosen = committeeId ?? last
  const draft = useDecisionDraft(call.callId, applications)
  if (applications.length === 0) return <EmptyState title="決定を待つ申請はありません">申請を受け付けると、ここに並びます。</EmptyState>
  return (
    <div className="flex flex-col gap-4">
      {mayManage && (
        <div className="flex flex-wrap items-end gap-x-6 gap-y-3 print-hidden">
          {committees.data?.length === 0 ? (
            <p className="flex-1">
              決定を記録する前に、<AppLink to="/grants/committees">配分委員会</AppLink>を追加してください。
            </p>
          ) : (
            <SelectField label="決定した配分委員会" value={chosen} onChange={(event) => setCommitteeId(event.currentTarget.value)} className="flex-1"
              options={(committees.data ?? []).map((each) => ({ value: each.committeeId, label: `${formatLocalDateShort(each.heldOn)} ${each.name}` }))} />
          )}
          <Button variant="primary" isBusy={draft.isSaving} busyLabel="保存しています" onClick={() => void draft.save(chosen)}>
            {draft.changed === 0 ? '決定を保存する' : `変更した${draft.changed}件の決定を保存する`}
          </Button>
        </div>
      )}
      {draft.problem !== null && <NoticeBanner tone="error" isLive title={draft.problem} />}
      <BudgetLine call={call} awardedYen={yen(draft.awardedYen)} reliefYen={reliefYen} />
      <DecisionGrid applications={applications} draft={draft} mayManage={mayManage} />
      {call.applications.some(({ decision, withdrawnOn }) => decision !== null && withdrawnOn === null) && <DecisionLetters call={call} />}
      <p className="text-[0.875rem] text-ink-sub print-hidden">決定額に0と入力すると不採択です。空欄は、まだ決まっていないことを表します。Enterと上下の矢印で、行を移れます。</p>
    </div>
  )
}

/** 決定通知 for window envelopes, one A4 for each group. */
function DecisionLetters({ call: { callId, applications } }: { call: GrantCall }) {
  const has = (isMeant: (awardedYen: number) => boolean) => applications.some(({ decision, withdrawnOn }) => decision !== null && withdrawnOn === null && isMeant(decision.awardedYen))
  return (
    <div className="flex flex-wrap gap-2.5 print-hidden">
      {has((awardedYen) => awardedYen > 0) && <OrderPapersButton order={{ kind: 'grant_decision_letters', callId, outcome: 'awarded' }}>助成決定通知書</OrderPapersButton>}
      {has((awardedYen) => awardedYen === 0) && <OrderPapersButton order={{ kind: 'grant_decision_letters', callId, outcome: 'declined' }}>不採択のお知らせ</OrderPapersButton>}
    </div>
  )
}

/** What is typed, saved or not, beside the budget. */
function BudgetLine({ call: { budgetYen }, awardedYen, reliefYen }: { call: GrantCall; awardedYen: Yen; reliefYen: Yen }) {
  const leftYen = remainingBudgetYen(budgetYen, [awardedYen, reliefYen])
  return (
    <p role="status" className="flex flex-wrap gap-x-6">
      <span>決定額の合計 <strong className="figures">{formatYen(awardedYen)}円</strong></span>
      {reliefYen > 0 && <span>見舞金 <span className="figures">{formatYen(reliefYen)}円</span></span>}
      <span>予算額 <span className="figures">{formatYen(budgetYen)}円</span></span>
      <span>予算の残り <span className="figures">{formatYenDelta(leftYen)}円</span>{leftYen < 0 && <strong>（予算額を超えています）</strong>}</span>
    </p>
  )
}

const headStyle = 'border-b border-solid-gray-420 bg-white px-2 py-2 text-left align-bottom text-[0.8125rem] text-ink-sub'
const cellStyle = 'border-b border-line-faint px-2 py-1.5'
const footStyle = 'px-2 py-1.5'

interface DecisionGridProps {
  readonly applications: readonly GrantApplication[]
  readonly draft: DecisionDraft
  readonly mayManage: boolean
}

function DecisionGrid({ applications, draft, mayManage }: DecisionGridProps) {
  return (
    <OverflowFrame name="決定の一覧">
      <table className="w-full border-separate border-spacing-0 text-(length:--text-cell)">
        <caption className="sr-only">申請ごとの決定</caption>
        <thead>
          <tr>
            <th scope="col" className={headStyle}>番号</th>
            <th scope="col" className={headStyle}>団体・事業</th>
            <th scope="col" className={`${headStyle} text-right!`}>申請額（円）</th>
            <th scope="col" className={`${headStyle} text-right!`}>決定額（円）</th>
            <th scope="col" className={headStyle}>理由・条件</th>
            <th scope="col" className={headStyle}>決定した会議</th>
          </tr>
        </thead>
        <tbody>
          {applications.map((application, place) => (
            <DecisionLine key={application.applicationId} {...{ application, place, draft, mayManage }} />
          ))}
        </tbody>
        <tfoot>
          <tr className="font-bold">
            <th scope="row" colSpan={2} className={`${footStyle} text-left`}>合計</th>
            <td className={`${footStyle} figures text-right`}>{formatYen(sumYen(applications.map(({ requestedYen }) => requestedYen)))}</td>
            <td className={`${footStyle} figures text-right`}>{formatYen(yen(draft.awardedYen))}</td>
          </tr>
        </tfoot>
      </table>
    </OverflowFrame>
  )
}

function DecisionLine({ application, place, draft, mayManage }: Omit<DecisionGridProps, 'applications'> & { readonly application: GrantApplication; readonly place: number }) {
  const { number, supporterName, projectName, requestedYen, decision } = application
  const inputStyle = 'min-h-(--control-small) rounded-6 border border-line-field px-2 print:border-0 print:px-0'
  return (
    <tr>
      <td className={`${cellStyle} figures`}>{number}</td>
      <th scope="row" className={`${cellStyle} min-w-36 text-left font-normal`}>
        {supporterName}
        <span className="block text-[0.8125rem] text-ink-sub">{projectName}</span>
      </th>
      <td className={`${cellStyle} figures text-right`}>{formatYen(requestedYen)}</td>
      <td className={`${cellStyle} figures text-right`}>
        {mayManage ? (
          <input aria-label={`第${number}号の決定額`} data-row={place} data-cell="awarded" inputMode="numeric" autoComplete="off" className={`figures w-28 text-right print:w-20 ${inputStyle}`}
            defaultValue={draft.textOf(application).awarded} onChange={(event) => draft.type(application, { awarded: event.currentTarget.value })} onKeyDown={moveByKeys}
            onFocus={(event) => event.currentTarget.select()} />
        ) : decision === null ? '—' : formatYen(decision.awardedYen)}
      </td>
      <td className={cellStyle}>
        {mayManage ? (
          <input aria-label={`第${number}号の理由・条件`} data-row={place} data-cell="reason" autoComplete="off" className={`w-56 print:w-36 ${inputStyle}`}
            defaultValue={draft.textOf(application).reason} onChange={(event) => draft.type(application, { reason: event.currentTarget.value })} onKeyDown={moveByKeys} />
        ) : (decision?.reason ?? '')}
      </td>
      <td className={`${cellStyle} text-[0.875rem]`}>{decision === null ? '—' : `${formatLocalDateShort(decision.heldOn)} ${decision.committeeName}`}</td>
    </tr>
  )
}
