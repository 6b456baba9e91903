import { Button } from '@sasaeai/ui/button'
import { ConfirmDialog } from '@sasaeai/ui/confirm-dialog'
import { useToast } from '@sasaeai/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import { CancelMailDialog } from './cancel-mail-dialog.tsx'
import type { Mail } from './mail-page.tsx'

/** What can be done with a mail, as far as it has not gone out. */
export function MailActs({ mail }: { mail: Mail }) {
  const mayDo = useMayDo('mail.send')
  const [asked, setAsked] = useState<'cancel' | 'mark'>()
  const again = useMutation(trpc.letter.outbox.sendAgain.mutationOptions())
  const run = useRunCommand()
  const { mailId, state, lastError } = mail
  const isOpen = mayDo && (state === 'waiting' || state === 'sending' || state === 'failed')
  const close = () => setAsked(undefined)
  return (
    <>
      <CopyTextButton mail={mail} />
      {isOpen && <Button onClick={() => setAsked('mark')}>手で送ったことにする</Button>}
      {isOpen && <Button onClick={() => setAsked('cancel')}>取りやめる</Button>}
      {isOpen && lastError !== '' && (
        <Button variant="primary" isBusy={again.isPending} onClick={() => void run(() => again.mutateAsync({ mailId }), { done: 'もう一度送るように頼みました' })}>もう一度送る</Button>
      )}
      {asked === 'cancel' && <CancelMailDialog mailId={mailId} onClose={close} />}
      {asked === 'mark' && <MarkSentDialog mail={mail} onClose={close} />}
    </>
  )
}

function CopyTextButton({ mail: { toAddress, subject, body } }: { mail: Mail }) {
  const toast = useToast()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`${toAddress}\n${subject}\n\n${body}`)
      toast({ text: '宛先・件名・本文を写しました' })
    } catch {
      toast({ tone: 'error', text: '写せませんでした。本文を選んでコピーしてください。' })
    }
  }
  return <Button icon="copy" onClick={() => void copy()}>文面を写す</Button>
}

function MarkSentDialog({ mail: { mailId, toAddress }, onClose }: { mail: Mail; onClose: () => void }) {
  const mark = useMutation(trpc.letter.outbox.markSent.mutationOptions())
  const run = useRunCommand()
  const confirm = async () => {
    if (await run(() => mark.mutateAsync({ mailId }), { done: '送信済みにしました' })) onClose()
  }
  return (
    <ConfirmDialog isOpen title="手で送ったことにしますか？" confirmLabel="送信済みにする" isBusy={mark.isPending} onClose={onClose} onConfirm={() => void confirm()}>
      <p>{toAddress} に、ふだんのメールソフトから送ったときに押してください。このサーバーからはもう送りません。領収書なら、受渡しの記録に「メール」と残ります。元には戻せません。</p>
    </ConfirmDialog>
  )
}
