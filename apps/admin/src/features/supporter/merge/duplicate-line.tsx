import { duplicateEvidencePoints, duplicateEvidenceWords } from '@sasaeai/domain/supporter/merge/duplicate-score'
import { supporterKindNames } from '@sasaeai/domain/supporter/supporter-kind'
import { Button } from '@sasaeai/ui/button'
import { TextLink } from '@sasaeai/ui/text-link'
import { useMutation } from '@tanstack/react-query'
import { AppLink } from '../../../app/app-link.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { UndoButton } from '../../../app/undo-button.tsx'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'

type Candidate = RouterOutput['supporter']['merge']['candidates']['rows'][number]

/** A pair of records, why it is proposed, and what can be done with it. */
export function DuplicateLine({ candidate: { first, second, score, evidence } }: { readonly candidate: Candidate }) {
  const pair = { firstId: first.supporterId, secondId: second.supporterId }
  return (
    <li className="keep-together border-b border-line py-4">
      <div className="grid gap-x-8 gap-y-3 lg:grid-cols-[1fr_1fr_auto] print:grid-cols-2">
        <Side side={first} />
        <Side side={second} />
        <div className="flex flex-wrap items-start gap-2.5 print-hidden">
          <AppLink to="/supporters/compare" search={pair} className="inline-flex min-h-(--control) items-center">見比べる</AppLink>
          <ApartButton pair={pair} />
        </div>
      </div>
      <p className="mt-2 text-[0.9375rem]">
        <strong>確からしさ {score}</strong>
        {evidence.map((kind) => (
          <span key={kind} className={duplicateEvidencePoints[kind] < 0 ? 'ml-4 inline-block text-red-900' : 'ml-4 inline-block text-ink-sub'}>
            {duplicateEvidencePoints[kind] < 0 ? '−' : '＋'} {duplicateEvidenceWords[kind]}
          </span>
        ))}
      </p>
    </li>
  )
}

function Side({ side: { supporterId, number, kind, name, kana, phone, address } }: { readonly side: Candidate['first'] }) {
  return (
    <div className="min-w-0">
      <p>
        <TextLink href={`/admin/supporters/${supporterId}`}>{name}</TextLink>
        <span className="ml-2 text-[0.875rem] text-ink-sub">{kana}</span>
      </p>
      <p className="text-[0.9375rem]">番号 {number}・{supporterKindNames[kind]}</p>
      <p className="text-[0.9375rem] text-ink-sub">{[address, phone].filter((part) => part !== '').join('　') || '住所・電話番号なし'}</p>
    </div>
  )
}

type Pair = { readonly firstId: Candidate['first']['supporterId']; readonly secondId: Candidate['first']['supporterId'] }

/** 別人にする, with the way back. */
export function ApartButton({ pair }: { readonly pair: Pair }) {
  const mark = useMutation(trpc.supporter.merge.markApart.mutationOptions())
  const unmark = useMutation(trpc.supporter.merge.unmarkApart.mutationOptions())
  const run = useRunCommand()
  if (!useMayDo('supporter.write')) return null
  const bringBack = () => run(() => unmark.mutateAsync(pair), { done: '候補に戻しました' })
  const press = () => run(() => mark.mutateAsync(pair), {
    done: '別人としました。この組はもう候補に出ません',
    action: <UndoButton onUndo={bringBack} />,
  })
  return <Button isBusy={mark.isPending} onClick={() => void press()}>別人にする</Button>
}
