import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'
import type { DuesRequestOfKind } from './dues-requests-page.tsx'

interface DuesRequestPapersProps {
  readonly kind: DuesRequestOfKind
  readonly request: NonNullable<DuesRequestOfKind['request']>
}

/** The papers of a fixed request: for associations a letter with its slip, for members a letter and their transfer slips. */
export function DuesRequestPapers({ kind, request }: DuesRequestPapersProps) {
  const fiscalYear = useFiscalYearInView()
  const { requestId, areaLines, memberLines, withinArea } = request
  const asksMembers = memberLines > withinArea
  return (
    <>
      {areaLines > 0 && (
        <OrderPapersButton variant="primary" order={{ kind: 'dues_request_letters', requestId }}>
          お願いの文書と納入書を作る
        </OrderPapersButton>
      )}
      {asksMembers && (
        <>
          <OrderPapersButton order={{ kind: 'transfer_slip_sheet', requestId, format: 'xlsx' }}>払込取扱票の印字データを作る</OrderPapersButton>
          <OrderPapersButton variant={areaLines > 0 ? 'secondary' : 'primary'}
            order={{ kind: 'company_request_letters', fiscalYear, duesKindId: kind.duesKindId, audience: 'members' }}>
            会員へのお願いを作る
          </OrderPapersButton>
        </>
      )}
    </>
  )
}
