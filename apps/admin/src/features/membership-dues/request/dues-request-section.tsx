import { householdBasisNames } from '@sasaeai/domain/area/household-basis'
import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { formatSlipNumber } from '@sasaeai/domain/membership-dues/request/slip-number'
import { Button } from '@sasaeai/ui/button'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { DuesLines } from './dues-lines.tsx'
import { DuesRequestActs } from './dues-request-acts.tsx'
import { DuesRequestCheck } from './dues-request-check.tsx'
import { RequestStatusChip } from './dues-request-table.tsx'
import { changesText } from './dues-request-words.ts'
import type { DuesRequestOfKind, PreviewedRequest } from './dues-requests-page.tsx'

interface DuesRequestSectionProps {
  readonly kind: DuesRequestOfKind
  readonly changes: PreviewedRequest | undefined
  readonly onPrepare: () => void
}

/** One kind's request in full: how it stands, what to look at, and every line of it. */
export function DuesRequestSection({ kind, changes, onPrepare }: DuesRequestSectionProps) {
  const { request } = kind
  if (request === null) return null
  return (
    <section aria-labelledby="request" className="flex flex-col gap-5 border-t border-line pt-6">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h2 id="request" className="text-[1.375rem] leading-140 font-bold">
              {kind.name}のお願い
            </h2>
            <RequestStatusChip request={request} />
          </div>
          <p className="phrases mt-1 text-[0.9375rem] text-ink-sub">
            <RequestFacts kind={kind} request={request} />
          </p>
        </div>
        <DuesRequestActs {...{ kind, request, changes, onPrepare }} />
      </div>
      <ChangedSince {...{ request, changes, onPrepare }} />
      <DuesRequestCheck requestId={request.requestId} isFixed={request.status === 'fixed'} />
      <DuesLines kind={kind} request={request} />
    </section>
  )
}

type Request = NonNullable<DuesRequestOfKind['request']>

function RequestFacts({ kind, request }: { kind: DuesRequestOfKind; request: Request }) {
  const fiscalYear = useFiscalYearInView()
  const numbers = (number: number) => formatSlipNumber({ fiscalYear, kindCode: kind.code, number })
  const facts = [
    `${formatLocalDate(request.requestedOn)}現在`,
    kind.terms?.unit === 'household' && `世帯数は${householdBasisNames[request.householdBasis]}`,
    request.status === 'fixed' && `納入番号 ${numbers(1)} から ${numbers(request.lastSlipNumber)}`,
    request.withinArea > 0 && `名前のわかる${request.withinArea.toLocaleString('ja-JP')}世帯は自治会の目安額に含みます`,
  ]
  return facts.filter((fact) => fact !== false).join('　')
}

/** What happened since the lines were written. Lines follow only when they are prepared once more. */
function ChangedSince({ request, changes, onPrepare }: { request: Request; changes: PreviewedRequest | undefined; onPrepare: () => void }) {
  const mayManage = useMayDo('dues.manage')
  const text = changes === undefined ? undefined : changesText(changes)
  if (text === undefined || request.status === 'fixed') return null
  return (
    <NoticeBanner
      tone="warning"
      title={`準備のあとに、世帯数・会員・条件が変わりました（${text}）`}
      action={mayManage ? <Button onClick={onPrepare}>もう一度準備する</Button> : undefined}
    >
      もう一度準備すると、いまの世帯数と会員に合わせます。手で直した納入先は変わりません。
    </NoticeBanner>
  )
}
