import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { Button } from '@sasaeai/ui/button'
import { useMutation } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import type { MomentSearch } from '../../../app/moment-search.ts'

const IndicatorImportDialog = lazy(async () => ({ default: (await import('./indicator-import-dialog.tsx')).IndicatorImportDialog }))
const NewIndicatorDialog = lazy(async () => ({ default: (await import('./new-indicator-dialog.tsx')).NewIndicatorDialog }))

interface AskedIndicators extends MomentSearch {
  readonly fiscalYear: FiscalYear
}

/** What can be done with all of the list. */
export function IndicatorListActs(asked: AskedIndicators) {
  const { fiscalYear } = asked
  const [mayWrite, mayManage] = [useMayDo('indicator.write'), useMayDo('indicator.manage')]
  const write = useMutation(trpc.indicator.export.mutationOptions())
  const [opened, setOpened] = useState<'import' | 'new'>()
  const close = () => setOpened(undefined)
  return (
    <>
      <Button icon="printer" onClick={() => window.print()}>印刷</Button>
      <ExportChoice subject="指標の一覧" write={(format) => write.mutateAsync({ ...asked, format })} />
      {mayWrite && <Button icon="upload" onClick={() => setOpened('import')}>ファイルから取り込む</Button>}
      {mayManage && <Button variant="primary" icon="plus" onClick={() => setOpened('new')}>指標を追加</Button>}
      <Suspense>
        {opened === 'import' && <IndicatorImportDialog fiscalYear={fiscalYear} onClose={close} />}
        {opened === 'new' && <NewIndicatorDialog onClose={close} />}
      </Suspense>
    </>
  )
}
