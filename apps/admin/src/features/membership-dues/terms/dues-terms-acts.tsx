import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { problemOfTermsRemoval } from '@sasaeai/domain/membership-dues/terms/terms-change'
import { Button } from '@sasaeai/ui/button'
import { ConfirmDialog } from '@sasaeai/ui/confirm-dialog'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../../app/trpc.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import type { DuesKindRow } from './dues-terms-columns.tsx'

interface DuesTermsActsProps {
  readonly kind: DuesKindRow
  readonly year: FiscalYear
  readonly onEdit: () => void
}

/** Deciding what the year asks, and taking it back while nobody was asked by it. */
export function DuesTermsActs({ kind, year, onEdit }: DuesTermsActsProps) {
  const run = useRunCommand()
  const remove = useMutation(trpc.membershipDues.terms.remove.mutationOptions())
  const [asks, setAsks] = useState(false)
  const { terms, name, id: duesKindId, use } = kind
  const takeBack = async () => {
    if (terms === null) return
    const input = { fiscalYear: year, duesKindId, revision: terms.revision }
    await run(() => remove.mutateAsync(input), { done: `${name}の${formatFiscalYear(year)}の条件を取り消しました` })
    setAsks(false)
  }
  return (
    <div className="-ml-3 flex flex-wrap sm:-my-1.5 sm:flex-nowrap">
      <Button variant="quiet" size="small" className="whitespace-nowrap" aria-label={`${name}の条件を${terms === null ? '決める' : '変える'}`} onClick={onEdit}>
        {terms === null ? '決める' : '変える'}
      </Button>
      {terms !== null && problemOfTermsRemoval(use) === null && (
        <Button variant="quiet" size="small" className="whitespace-nowrap" aria-label={`${name}の条件の取消`} onClick={() => setAsks(true)}>
          取消
        </Button>
      )}
      <ConfirmDialog
        isOpen={asks}
        onClose={() => setAsks(false)}
        onConfirm={() => void takeBack()}
        title={`${name}の${formatFiscalYear(year)}の条件を取り消しますか？`}
        confirmLabel="取り消す"
        isDangerous
      >
        <p>この年度の目安・納入月・還元率と、地域別の還元率がなくなります。会員種別そのものとほかの年度の条件は残ります。</p>
      </ConfirmDialog>
    </div>
  )
}
