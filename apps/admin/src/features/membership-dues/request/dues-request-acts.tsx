import { dayInYear } from '@sasaeai/domain/membership-dues/member/membership-state'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { ConfirmDialog } from '@sasaeai/ui/confirm-dialog'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { type CommandOutcome, useRunCommand } from '../../../app/use-run-command.ts'
import { useToday } from '../../../app/use-today.ts'
import { DuesRequestPapers } from './dues-request-papers.tsx'
import type { DuesRequestOfKind, PreviewedRequest } from './dues-requests-page.tsx'

interface DuesRequestActsProps {
  readonly kind: DuesRequestOfKind
  readonly request: NonNullable<DuesRequestOfKind['request']>
  readonly changes: PreviewedRequest | undefined
  readonly onPrepare: () => void
}

/** What can be done with a request as it stands: prepare and fix a draft, add to a fixed one and have its papers made. */
export function DuesRequestActs({ kind, request, changes, onPrepare }: DuesRequestActsProps) {
  const mayManage = useMayDo('dues.manage')
  const isFixed = request.status === 'fixed'
  const lateCount = changes?.added ?? 0
  return (
    <div className="flex flex-wrap gap-2.5 print-hidden">
      {mayManage && !isFixed && <Button onClick={onPrepare}>もう一度準備する</Button>}
      {mayManage && !isFixed && <FixButton {...{ kind, request, changes }} />}
      {mayManage && isFixed && <UnfixButton {...{ kind, request }} />}
      {mayManage && isFixed && lateCount > 0 && <AddLateButton {...{ kind, request, lateCount }} />}
      {isFixed && <DuesRequestPapers kind={kind} request={request} />}
    </div>
  )
}

function FixButton({ kind, request, changes }: Pick<DuesRequestActsProps, 'kind' | 'request' | 'changes'>) {
  const fix = useMutation(trpc.membershipDues.request.fix.mutationOptions())
  const isBehind = changes !== undefined && changes.added + changes.changed + changes.removed > 0
  return (
    <ActButton
      label="確定する"
      isPrimary
      question={`${kind.name}のお願いを確定しますか？`}
      done={`${kind.name}のお願いを確定しました`}
      run={() => fix.mutateAsync({ requestId: request.requestId, revision: request.revision })}
    >
      <p>
        {groupDigits(request.areaLines + request.memberLines)}件、目安額の合計{formatYen(request.expectedYen)}
        円に、地域の番号の順で納入番号を付けます。
      </p>
      <p className="mt-2">確定したあとも、金額は1件ずつ理由を付けて直せます。納入先はあとから加えられます。</p>
      {isBehind && <p className="mt-2 font-bold">準備のあとに変わった世帯数や会員は、まだ入っていません。</p>}
    </ActButton>
  )
}

function UnfixButton({ kind, request }: Pick<DuesRequestActsProps, 'kind' | 'request'>) {
  const unfix = useMutation(trpc.membershipDues.request.unfix.mutationOptions())
  return (
    <ActButton
      label="確定を取り消す"
      question={`${kind.name}のお願いの確定を取り消しますか？`}
      done={`${kind.name}のお願いを確認中に戻しました`}
      run={() => unfix.mutateAsync({ requestId: request.requestId, revision: request.revision })}
    >
      <p>納入番号をすべて取り消し、準備し直せるようにします。帳票を作ったあとや、納入があったあとは取り消せません。</p>
    </ActButton>
  )
}

function AddLateButton({ kind, request, lateCount }: Pick<DuesRequestActsProps, 'kind' | 'request'> & { lateCount: number }) {
  const add = useMutation(trpc.membershipDues.request.addLate.mutationOptions())
  const requestedOn = dayInYear(useFiscalYearInView(), useToday())
  return (
    <ActButton
      label={`あとから加える（${groupDigits(lateCount)}件）`}
      question={`${groupDigits(lateCount)}件の納入先を加えますか？`}
      done={`${kind.name}のお願いに納入先を加えました`}
      run={() => add.mutateAsync({ requestId: request.requestId, revision: request.revision, requestedOn })}
    >
      <p>確定したあとに世帯数や会員が登録された納入先です。納入番号は{groupDigits(request.lastSlipNumber + 1)}番から続けます。</p>
      <p className="mt-2">すでにお願いしている納入先の金額と番号は変わりません。</p>
    </ActButton>
  )
}

interface ActButtonProps {
  readonly label: string
  readonly question: string
  readonly done: string
  readonly isPrimary?: boolean
  readonly run: () => Promise<CommandOutcome>
  readonly children: ReactNode
}

/** A button that asks once before it acts. */
function ActButton({ label, question, done, isPrimary = false, run, children }: ActButtonProps) {
  const runCommand = useRunCommand()
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const act = async () => {
    setBusy(true)
    await runCommand(run, { done })
    setBusy(false)
    setAsking(false)
  }
  return (
    <>
      <Button variant={isPrimary ? 'primary' : 'secondary'} onClick={() => setAsking(true)}>
        {label}
      </Button>
      <ConfirmDialog isOpen={isAsking} onClose={() => setAsking(false)} onConfirm={() => void act()} title={question}
        confirmLabel={label} isBusy={isBusy}>
        {children}
      </ConfirmDialog>
    </>
  )
}
