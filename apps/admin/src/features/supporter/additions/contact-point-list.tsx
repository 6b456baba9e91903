import { contactPointKindNames } from '@sasaeai/domain/supporter/contact-point/contact-point'
import { useMutation } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { trpc } from '../../../app/trpc.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import { AdditionLine, AdditionSection } from './addition-section.tsx'
import type { AdditionListProps } from './supporter-additions-part.tsx'

const ContactPointDialog = lazy(async () => ({ default: (await import('./contact-point-dialog.tsx')).ContactPointDialog }))

/** そのほかの連絡先, beside the telephone and the e-mail of the form. */
export function ContactPointList({ supporterId, additions, mayWrite }: AdditionListProps) {
  const [isOpen, setOpen] = useState(false)
  const remove = useMutation(trpc.supporter.additions.removeContactPoint.mutationOptions())
  const run = useRunCommand()
  const lines = additions.contactPoints.map(({ contactPointId, kind, value, label }) => (
    <AdditionLine key={contactPointId} removeLabel={`${value}を削除`}
      onRemove={mayWrite ? () => void run(() => remove.mutateAsync({ contactPointId }), { done: `${value}を削除しました` }) : undefined}>
      <p className="text-[0.875rem] text-ink-sub">{[contactPointKindNames[kind], label].filter((part) => part !== '').join('　')}</p>
      <p className="wrap-anywhere">{value}</p>
    </AdditionLine>
  ))
  return (
    <>
      <AdditionSection title="そのほかの連絡先" addLabel="連絡先を加える" onAdd={mayWrite ? () => setOpen(true) : undefined}
        nothing="電話番号やメールアドレスがいくつもあるときに、ここに加えます。" lines={lines} />
      <Suspense>{isOpen && <ContactPointDialog supporterId={supporterId} onClose={() => setOpen(false)} />}</Suspense>
    </>
  )
}
