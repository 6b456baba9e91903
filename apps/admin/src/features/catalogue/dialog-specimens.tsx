import { Button } from '@sasaeai/ui/button'
import { ConfirmDialog } from '@sasaeai/ui/confirm-dialog'
import { Dialog } from '@sasaeai/ui/dialog'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useToast } from '@sasaeai/ui/toast'
import { useState } from 'react'
import { CatalogueEntry, Specimen } from './catalogue-entry.tsx'

/** dialog, confirm-dialog and toast. */
export function DialogSpecimens() {
  const [open, setOpen] = useState<'form' | 'confirm' | 'busy' | null>(null)
  const showToast = useToast()
  const close = () => setOpen(null)
  return (
    <>
      <CatalogueEntry name="dialog" title="小窓" description="今の画面を離れずに済ませる短い操作。Esc で閉じ、元の場所に戻ります。">
        <Specimen state="入力・確認・処理中">
          <div className="flex flex-wrap gap-3">
            <Button onClick={() => setOpen('form')}>支援者を登録する小窓</Button>
            <Button onClick={() => setOpen('confirm')}>取り消しを確かめる小窓</Button>
            <Button onClick={() => setOpen('busy')}>処理中の小窓</Button>
          </div>
        </Specimen>
      </CatalogueEntry>
      <CatalogueEntry name="toast" title="一言のお知らせ" description="8秒で消えます。誤りと、操作を伴うものは閉じるまで残ります。">
        <Specimen state="完了・誤り">
          <div className="flex flex-wrap gap-3">
            <Button onClick={() => showToast({ text: '下書きを保存しました' })}>完了を知らせる</Button>
            <Button onClick={() => showToast({ tone: 'error', text: '保存できませんでした。通信を確かめてください。' })}>
              誤りを知らせる
            </Button>
          </div>
        </Specimen>
      </CatalogueEntry>
      <Dialog
        isOpen={open === 'form'}
        onClose={close}
        title="支援者を登録する"
        keepsOpen
        actions={
          <>
            <Button variant="quiet" onClick={close}>
              やめる
            </Button>
            <Button variant="primary" onClick={close}>
              登録する
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-6">
          <TextField label="氏名" requirement="required" />
          <TextField label="フリガナ" requirement="optional" />
          <TextField label="住所" requirement="optional" width="full" />
        </div>
      </Dialog>
      <ConfirmDialog
        isOpen={open === 'confirm' || open === 'busy'}
        isBusy={open === 'busy'}
        onClose={close}
        onConfirm={close}
        isDangerous
        title="伝票 No.1284 を取り消しますか？"
        confirmLabel="取り消す"
      >
        <p className="mb-5">元の伝票は残り、反対の伝票が今日の日付で記帳されます。もう一度取り消すことはできません。</p>
        <TextAreaField label="取り消す理由" requirement="required" />
      </ConfirmDialog>
    </>
  )
}
