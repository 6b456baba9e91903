import { openProspectStages } from '@sasaeai/domain/membership-dues/prospect/prospect-stage'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'
import type { BoardProspect } from './prospect-card.tsx'

/** Letters that invite, one run for each kind of membership that the council still hopes for. */
export function ProspectLetterButtons({ prospects }: { prospects: readonly BoardProspect[] }) {
  const fiscalYear = useFiscalYearInView()
  const open = prospects.filter(({ stage }) => openProspectStages.some((each) => each === stage))
  const kinds = new Map(open.map(({ duesKindId, duesKindName }) => [duesKindId, duesKindName]))
  return [...kinds].map(([duesKindId, name]) => (
    <OrderPapersButton key={duesKindId} order={{ kind: 'company_request_letters', fiscalYear, duesKindId, audience: 'prospects' }}>
      {`入会のお願いを作る（${name}）`}
    </OrderPapersButton>
  ))
}
