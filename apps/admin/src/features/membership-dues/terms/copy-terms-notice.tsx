import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { Button } from '@sasaeai/ui/button'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { useMutation } from '@tanstack/react-query'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import type { DuesKindRow } from './dues-terms-columns.tsx'

interface CopyTermsNoticeProps {
  readonly year: FiscalYear
  readonly kinds: readonly DuesKindRow[]
  readonly copyFrom: FiscalYear | null
  readonly copyable: number
}

/** Says that a year lacks terms, and offers those of the year before; nothing where nothing is missing. */
export function CopyTermsNotice({ year, kinds, copyFrom, copyable }: CopyTermsNoticeProps) {
  const run = useRunCommand()
  const mayManage = useMayDo('dues.manage')
  const copy = useMutation(trpc.membershipDues.terms.copyFromYear.mutationOptions())
  if (copyFrom === null || copyable === 0) return null
  const isEmpty = kinds.every(({ terms }) => terms === null)
  const takeOver = () => run(() => copy.mutateAsync({ from: copyFrom, to: year }), { done: `${formatFiscalYear(copyFrom)}から会費の条件を引き継ぎました` })
  return (
    <NoticeBanner
      tone="info"
      className="mb-2 w-full"
      title={isEmpty ? `${formatFiscalYear(year)}の会費の条件はまだありません` : `条件のない会員種別が${copyable}つあります`}
      action={
        mayManage && (
          <Button variant={isEmpty ? 'primary' : 'secondary'} isBusy={copy.isPending} busyLabel="引き継いでいます" onClick={() => void takeOver()}>
            {formatFiscalYear(copyFrom)}から引き継ぐ
          </Button>
        )
      }
    >
      {isEmpty
        ? `${formatFiscalYear(copyFrom)}の${copyable}種別の目安・納入月・還元率を写します。写したあとで変えられます。`
        : `${formatFiscalYear(copyFrom)}の条件を、まだない種別にだけ写します。決めてある条件は変わりません。`}
    </NoticeBanner>
  )
}
