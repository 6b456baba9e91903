import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { Button } from '@sasaeai/ui/button'
import { useMutation } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { AddressLabelButton } from '../../letter/address-label/address-label-button.tsx'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'
import type { MemberSearch } from './member-search.ts'

const MemberImportDialog = lazy(async () => ({ default: (await import('./member-import-dialog.tsx')).MemberImportDialog }))

/** Members out of a file, and the list as it is on screen into one. */
export function MembersFileButtons({ search, year }: { readonly search: MemberSearch; readonly year: FiscalYear }) {
  const write = useMutation(trpc.membershipDues.member.export.mutationOptions())
  const mayWrite = useMayDo('dues.write')
  const [isImporting, setImporting] = useState(false)
  return (
    <>
      <ExportChoice subject="会員の一覧" write={(format) => write.mutateAsync({ fiscalYear: year, ...search, format })} />
      <OrderPapersButton order={{ kind: 'member_list', filter: { fiscalYear: year, ...search } }}>名簿（PDF）</OrderPapersButton>
      <AddressLabelButton recipients={{ of: 'members', filter: { fiscalYear: year, ...search } }} />
      {mayWrite && <Button icon="upload" onClick={() => setImporting(true)}>ファイルから取り込む</Button>}
      <Suspense>{isImporting && <MemberImportDialog year={year} onClose={() => setImporting(false)} />}</Suspense>
    </>
  )
}
