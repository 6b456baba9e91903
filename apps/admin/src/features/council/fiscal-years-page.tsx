import { fiscalYear, type FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { Button } from '@sasaeai/ui/button'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { HelpTip } from '@sasaeai/ui/help-tip'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFiscalYearInView } from '../../app/fiscal-year-in-view.ts'
import { ExportChoice } from '../../app/export-choice.tsx'
import { PageError } from '../../app/page-error.tsx'
import { trpc } from '../../app/trpc.ts'
import { useMayDo } from '../../app/use-may-do.ts'
import { FiscalMonths } from './fiscal-months.tsx'
import { OpenFiscalYearDialog } from './open-fiscal-year-dialog.tsx'

/** 年度と締め */
export function FiscalYearsPage() {
  const years = useQuery(trpc.council.years.queryOptions())
  const write = useMutation(trpc.document.exportFiscalYears.mutationOptions())
  const inView = useFiscalYearInView()
  const mayOpen = useMayDo('council.manage')
  const [opening, setOpening] = useState<FiscalYear>()
  const numbers = years.data?.map((each) => each.year) ?? []
  const open = mayOpen && numbers.length > 0 && (
    <>
      <OpenYearButton year={fiscalYear(Math.min(...numbers) - 1)} onOpen={setOpening} />
      <OpenYearButton year={fiscalYear(Math.max(...numbers) + 1)} onOpen={setOpening} isMain />
    </>
  )
  return (
    <>
      <PageHeader
        title="年度と締め"
        description={
          <>
            月を締めると、その月の日付では記帳も取消もできなくなります。
            <HelpTip term="締め">その月の数字を確定することです。報告書に使った月を締めておくと、あとから数字が変わりません。</HelpTip>
          </>
        }
        actions={<><ExportChoice subject="年度と締め" write={(format) => write.mutateAsync({ format })} />{open}</>}
      />
      {years.isError && years.data === undefined && <PageError reset={() => void years.refetch()} />}
      {years.isPending && <LoadingSkeleton lines={10} />}
      {years.data?.length === 0 && <EmptyState title="年度がまだ開かれていません" />}
      {years.data?.map((year) => <FiscalMonths key={year.year} {...year} isOpen={year.year === inView} />)}
      {opening !== undefined && <OpenFiscalYearDialog year={opening} onClose={() => setOpening(undefined)} />}
    </>
  )
}

interface OpenYearButtonProps {
  readonly year: FiscalYear
  readonly onOpen: (year: FiscalYear) => void
  readonly isMain?: boolean
}

function OpenYearButton({ year, onOpen, isMain = false }: OpenYearButtonProps) {
  return (
    <Button variant={isMain ? 'primary' : 'secondary'} icon={isMain ? 'plus' : undefined} onClick={() => onOpen(year)}>
      {formatFiscalYear(year)}を開く
    </Button>
  )
}
