import { failureMessage } from '@sasaeai/domain/outcome/failure-message'
import { Button } from '@sasaeai/ui/button'
import { ConfirmDialog } from '@sasaeai/ui/confirm-dialog'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { ProgressBar } from '@sasaeai/ui/progress-bar'
import { useToast } from '@sasaeai/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { readAnew } from '../../../app/read-anew.ts'
import { faultMessage, queryClient, trpc } from '../../../app/trpc.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import { formatInstant } from '../../user/instant-text.ts'
import type { OpenedImport } from './supporter-import-page.tsx'

/** Taking the chosen lines in, share by share; undoing that; throwing the file away. */
export function ImportActs({ opened }: { readonly opened: OpenedImport }) {
  const { done, total, finishedAt, undoneAt, counts } = opened
  const { takeIn, progress, refusal } = useTakingIn(opened)
  const [asked, setAsked] = useState<'undo' | 'discard' | null>(null)
  const errors = counts.filter(({ status }) => status === 'error').reduce((sum, { lines }) => sum + lines, 0)
  const unsure = counts.filter(({ status, choice }) => status === 'unsure' && choice === 'leave').reduce((sum, { lines }) => sum + lines, 0)
  return (
    <div className="flex flex-col gap-4">
      {undoneAt !== null && <NoticeBanner tone="info" title={`${formatInstant(undoneAt)}に取り消しました。名簿は取り込む前に戻っています。`} />}
      {finishedAt !== null && undoneAt === null && <NoticeBanner tone="success" title={`${done.toLocaleString('ja-JP')}行を取り込みました（${formatInstant(finishedAt)}）。`} />}
      {refusal !== null && <NoticeBanner tone="error" isLive title={refusal} />}
      {finishedAt === null && errors > 0 && <NoticeBanner tone="warning" title={`誤りのある行が${errors.toLocaleString('ja-JP')}行あります。取り込まれません。`}>ファイルを直してもう一度選ぶと、直した行だけが新しく入ります。</NoticeBanner>}
      {finishedAt === null && unsure > 0 && <NoticeBanner tone="info" title={`重複の疑いのある${unsure.toLocaleString('ja-JP')}行は、扱いを選ぶまで取り込まれません。`} />}
      {finishedAt === null && total === 0 && counts.length > 0 && <NoticeBanner tone="info" title="取り込む行はありません。名簿の内容と同じか、扱いの決まっていない行です。" />}
      {progress !== null && <ProgressBar label="取り込んでいます" done={progress.done} total={progress.total} text={`${progress.done.toLocaleString('ja-JP')} / ${progress.total.toLocaleString('ja-JP')}行`} />}
      <div className="flex flex-wrap gap-3 print-hidden">
        {finishedAt === null && total > 0 && (
          <Button variant="primary" isBusy={progress !== null} busyLabel="取り込んでいます" onClick={() => void takeIn()}>
            {done > 0 ? `残りの${(total - done).toLocaleString('ja-JP')}行を取り込む` : `${total.toLocaleString('ja-JP')}行を取り込む`}
          </Button>
        )}
        {finishedAt === null && done === 0 && <Button variant="quiet" onClick={() => setAsked('discard')}>このファイルを捨てる</Button>}
        {finishedAt !== null && undoneAt === null && <Button onClick={() => setAsked('undo')}>取込みを取り消す</Button>}
      </div>
      {asked !== null && <AskedAct opened={opened} act={asked} onClose={() => setAsked(null)} />}
    </div>
  )
}

/** Asks for share after share until all lines are in; what is in stays in when one fails, and the next press goes on from there. */
function useTakingIn({ importId, done, total }: OpenedImport) {
  const share = useMutation(trpc.supporter.import.takeIn.mutationOptions())
  const toast = useToast()
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const takeIn = async () => {
    setRefusal(null)
    setProgress({ done, total })
    try {
      for (;;) {
        const outcome = await share.mutateAsync({ importId })
        if (!outcome.ok) {
          setRefusal(failureMessage(outcome) + (outcome.code === 'import_preview_outdated' ? '「列の意味」の「見比べ直す」を押してください。' : ''))
          break
        }
        setProgress(outcome.value)
        if (outcome.value.done < outcome.value.total) continue
        toast({ text: `${outcome.value.done.toLocaleString('ja-JP')}行を取り込みました` })
        break
      }
    } catch (error) {
      setRefusal(faultMessage(error))
    }
    setProgress(null)
    await readAnew(queryClient)
  }
  return { takeIn, progress, refusal }
}

function AskedAct({ opened: { importId, fileName }, act, onClose }: { readonly opened: OpenedImport; readonly act: 'undo' | 'discard'; readonly onClose: () => void }) {
  const undo = useMutation(trpc.supporter.import.undo.mutationOptions())
  const discard = useMutation(trpc.supporter.import.discard.mutationOptions())
  const run = useRunCommand()
  const navigate = useNavigate()
  const confirm = async () => {
    if (act === 'undo') await run(() => undo.mutateAsync({ importId }), { done: '取込みを取り消しました' })
    else if (await run(() => discard.mutateAsync({ importId }), { done: `「${fileName}」を捨てました` })) await navigate({ to: '/supporters/import' })
    onClose()
  }
  const isBusy = undo.isPending || discard.isPending
  return act === 'undo' ? (
    <ConfirmDialog isOpen isDangerous isBusy={isBusy} title="取込みを取り消しますか？" confirmLabel="取り消す" onClose={onClose} onConfirm={() => void confirm()}>
      新しく登録した支援者は名簿からなくなり、変えた内容は前に戻ります。納入や寄附などの記録が加わった支援者がいると、取り消せません。
    </ConfirmDialog>
  ) : (
    <ConfirmDialog isOpen isDangerous isBusy={isBusy} title={`「${fileName}」を捨てますか？`} confirmLabel="捨てる" onClose={onClose} onConfirm={() => void confirm()}>
      名簿は変わりません。選んだ扱いは残りません。
    </ConfirmDialog>
  )
}
