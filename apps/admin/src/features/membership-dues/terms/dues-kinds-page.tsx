import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { GroundItemPage } from '../../council/ground-item-page.tsx'
import { CopyTermsNotice } from './copy-terms-notice.tsx'
import { DuesListExportButton } from '../export/dues-list-export-button.tsx'
import { DuesKindDialog } from './dues-kind-dialog.tsx'
import { DuesRulesSection } from './dues-rules-section.tsx'
import { termsColumns, type DuesKindRow } from './dues-terms-columns.tsx'
import { DuesTermsDialog } from './dues-terms-dialog.tsx'
import { ShareBackRates } from '../share-back/share-back-rates.tsx'

/** 会員種別と年度の条件: what the fiscal year in view asks of each kind of membership, and how it is shared back. */
export function DuesKindsPage() {
  const year = useFiscalYearInView()
  const mayManage = useMayDo('dues.manage')
  const terms = useQuery(trpc.membershipDues.terms.list.queryOptions({ fiscalYear: year }))
  const [edited, setEdited] = useState<DuesKindRow>()
  const close = useMutation(trpc.membershipDues.kind.close.mutationOptions())
  const reopen = useMutation(trpc.membershipDues.kind.reopen.mutationOptions())
  const remove = useMutation(trpc.membershipDues.kind.remove.mutationOptions())
  const readKinds = async () => ({ data: (await terms.refetch()).data?.kinds })
  return (
    <div className="flex flex-col gap-12">
      <GroundItemPage
        title={`${formatFiscalYear(year)}の会員種別と条件`}
        noun="会員種別"
        description="会費の目安や納入月は年度ごとに決めます。目安はお願いの額で、納める額は自由です。"
        items={{ data: terms.data?.kinds, isError: terms.isError, refetch: readKinds }}
        columns={termsColumns({ year, kinds: terms.data?.kinds ?? [], mayManage, onEdit: setEdited })}
        verbs={{ close: close.mutateAsync, reopen: reopen.mutateAsync, remove: remove.mutateAsync }}
        moreActions={<DuesListExportButton list={{ list: 'kinds', fiscalYear: year }} name="会員種別と条件" />}
        filters={terms.data && <CopyTermsNotice year={year} {...terms.data} />}
        dialog={(kind, turns) => <DuesKindDialog kind={kind} {...turns} />}
      />
      <ShareBackRates year={year} kinds={terms.data?.kinds ?? []} />
      <DuesRulesSection />
      {edited !== undefined && (
        <DuesTermsDialog key={edited.terms?.revision} year={year} kind={edited} onClose={() => setEdited(undefined)}
          onReload={() => void readKinds().then(({ data }) => setEdited(data?.find(({ id }) => id === edited.id)))} />
      )}
    </div>
  )
}
