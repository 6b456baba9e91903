import { Button } from '@sasaeai/ui/button'
import { useMutation } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { ExportChoice } from '../../../app/export-choice.tsx'
import type { MomentSearch } from '../../../app/moment-search.ts'
import { readAnew } from '../../../app/read-anew.ts'
import { queryClient, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import type { IndicatorInFull, YearInFull } from './indicator-page.tsx'

const EditIndicatorDialog = lazy(async () => ({ default: (await import('./edit-indicator-dialog.tsx')).EditIndicatorDialog }))
const IndicatorYearDialog = lazy(async () => ({ default: (await import('./indicator-year-dialog.tsx')).IndicatorYearDialog }))
const NewVersionDialog = lazy(async () => ({ default: (await import('./new-version-dialog.tsx')).NewVersionDialog }))

/** What can be done with one indicator. */
export function IndicatorActs({ indicator, year, postedUntil }: MomentSearch & { readonly indicator: IndicatorInFull; readonly year: YearInFull }) {
  // What is entered or changed is so now, and would not be seen in a past moment.
  const isNow = postedUntil === undefined
  const mayWrite = useMayDo('indicator.write') && isNow
  const mayManage = useMayDo('indicator.manage') && isNow
  const write = useMutation(trpc.indicator.exportOne.mutationOptions())
  const { indicatorId, name } = indicator
  const [opened, setOpened] = useState<'say' | 'edit' | 'version'>()
  const turns = { onClose: () => setOpened(undefined), onReload: () => void readAnew(queryClient).then(() => setOpened(undefined)) }
  return (
    <>
      <Button icon="printer" onClick={() => window.print()}>印刷</Button>
      <ExportChoice subject={name} write={(format) => write.mutateAsync({ indicatorId, fiscalYear: year.fiscalYear, postedUntil, format })}>
        年度ごとの目標・実績・評価と、定義の版、入力の履歴の表です。
      </ExportChoice>
      {mayManage && <CloseButton indicator={indicator} />}
      {mayManage && <Button icon="pencil" onClick={() => setOpened('edit')}>編集</Button>}
      {mayManage && <Button onClick={() => setOpened('version')}>定義の新しい版</Button>}
      {mayWrite && <Button variant="primary" onClick={() => setOpened('say')}>目標・実績・評価を入力</Button>}
      <Suspense>
        {opened === 'say' && <IndicatorYearDialog indicator={indicator} year={year} {...turns} />}
        {opened === 'edit' && <EditIndicatorDialog indicator={indicator} {...turns} />}
        {opened === 'version' && <NewVersionDialog indicator={indicator} until={year.fiscalYear} {...turns} />}
      </Suspense>
    </>
  )
}

function CloseButton({ indicator: { indicatorId: id, closedOn } }: { indicator: IndicatorInFull }) {
  const close = useMutation(trpc.indicator.close.mutationOptions())
  const run = useRunCommand()
  const isClosed = closedOn === null
  return (
    <Button variant="quiet" isBusy={close.isPending}
      onClick={() => void run(() => close.mutateAsync({ id, isClosed }), { done: isClosed ? '使用終了にしました' : '使用を再開しました' })}>
      {isClosed ? '使用終了' : '使用を再開'}
    </Button>
  )
}
