import { relationWord } from '@sasaeai/domain/supporter/relation/supporter-relation'
import { useMutation } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import { trpc } from '../../../app/trpc.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import { AdditionLine, AdditionSection } from './addition-section.tsx'
import type { AdditionListProps } from './supporter-additions-part.tsx'

const RelationDialog = lazy(async () => ({ default: (await import('./relation-dialog.tsx')).RelationDialog }))

/** 関係のある人・団体, read from this supporter's side. */
export function RelationList({ supporterId, additions, mayWrite }: AdditionListProps) {
  const [isOpen, setOpen] = useState(false)
  const remove = useMutation(trpc.supporter.additions.removeRelation.mutationOptions())
  const run = useRunCommand()
  const lines = additions.relations.map(({ relationId, kind, end, otherId, otherName, otherNumber, note }) => (
    <AdditionLine key={relationId} removeLabel={`${otherName}との関係を削除`}
      onRemove={mayWrite ? () => void run(() => remove.mutateAsync({ relationId }), { done: `「${otherName}」との関係を削除しました` }) : undefined}>
      <p className="text-[0.875rem] text-ink-sub">{[relationWord(kind, end), note].filter((part) => part !== '').join('　')}</p>
      <p><AppLink to="/supporters/$supporterId" params={{ supporterId: otherId }}>{otherName}</AppLink> <span className="text-ink-sub">（{otherNumber}）</span></p>
    </AdditionLine>
  ))
  return (
    <>
      <AdditionSection title="関係のある人・団体" addLabel="関係を加える" onAdd={mayWrite ? () => setOpen(true) : undefined}
        nothing="家族、代表者、勤務先などを結びつけておけます。相手のページにも出ます。" lines={lines} />
      <Suspense>{isOpen && <RelationDialog supporterId={supporterId} onClose={() => setOpen(false)} />}</Suspense>
    </>
  )
}
