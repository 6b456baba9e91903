import { Button } from '@sasaeai/ui/button'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { useQueryClient } from '@tanstack/react-query'
import { trpc } from '../../app/trpc.ts'
import type { DraftSaver } from './draft-saver.ts'
import type { BatchView } from './intake-wire.ts'
import type { useBatchPresence } from './use-batch-presence.ts'

interface DeskNoticesProps {
  readonly batch: BatchView
  readonly presence: ReturnType<typeof useBatchPresence>
  readonly saver: DraftSaver
}

/** What the clerk should know before typing on: who else is here, and why the batch came back. */
export function DeskNotices({ batch, presence, saver }: DeskNoticesProps) {
  const queryClient = useQueryClient()
  const others = presence?.others ?? []
  const isBehind = presence !== null && presence.revision > saver.revision && saver.state.kind === 'saved'
  return (
    <div className="flex flex-col gap-3 not-empty:mb-4">
      {batch.returnReason !== '' && <NoticeBanner tone="warning" title={`差し戻されました：${batch.returnReason}`} />}
      {others.length > 0 && (
        <NoticeBanner tone="info" isLive title={`${editorsOf(others)}この受付を開いています`}>
          同時に入力すると、あとから保存した側でどちらの内容を残すか選ぶことになります。
        </NoticeBanner>
      )}
      {isBehind && (
        <NoticeBanner
          tone="warning"
          isLive
          title="別の画面で新しい内容が保存されました"
          action={
            <Button
              size="small"
              onClick={() => void queryClient.resetQueries(trpc.intake.batch.queryFilter({ batchId: batch.batchId }))}
            >
              新しい内容を読み込む
            </Button>
          }
        />
      )}
    </div>
  )
}

function editorsOf(others: readonly { name: string; isOneself: boolean }[]): string {
  const names = [...new Set(others.map(({ name, isOneself }) => (isOneself ? '自分の別の画面' : `${name}さん`)))]
  return `${names.join('、')}が`
}
