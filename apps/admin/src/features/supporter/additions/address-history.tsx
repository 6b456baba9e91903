import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { addressPurposeNames } from '@sasaeai/domain/supporter/address/supporter-move'
import { readablePostalCode } from '@sasaeai/domain/text/postal-code'
import { useMutation } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { trpc } from '../../../app/trpc.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import { AdditionLine, AdditionSection } from './addition-section.tsx'
import type { AdditionListProps, RecordedSupporter } from './supporter-additions-part.tsx'

const MoveDialog = lazy(async () => ({ default: (await import('./move-dialog.tsx')).MoveDialog }))

/** 住所の移り変わり: what holds now on top, then what held before. */
export function AddressHistory({ supporter, additions, mayWrite }: AdditionListProps & { readonly supporter: RecordedSupporter }) {
  const [isOpen, setOpen] = useState(false)
  const remove = useMutation(trpc.supporter.additions.removeFormerAddress.mutationOptions())
  const run = useRunCommand()
  const { postalCode, address, addressFrom, mailingName, mailingPostalCode, mailingAddress, mailingFrom } = supporter
  const standing = [
    { purpose: 'home' as const, recipient: '', postalCode, address, from: addressFrom },
    { purpose: 'mailing' as const, recipient: mailingName, postalCode: mailingPostalCode, address: mailingAddress, from: mailingFrom },
  ].filter((each) => each.address !== '')
  const lines = [
    ...standing.map(({ purpose, from, ...place }) => (
      <AdditionLine key={purpose} removeLabel="" onRemove={undefined}>
        <p className="text-[0.875rem] text-ink-sub">{addressPurposeNames[purpose]}（今）{spanOf(from, null)}</p>
        <Place {...place} />
      </AdditionLine>
    )),
    ...additions.formerAddresses.map(({ formerAddressId, purpose, fromOn, untilOn, ...place }) => (
      <AdditionLine key={formerAddressId} removeLabel={`前の${addressPurposeNames[purpose]}「${place.address}」を削除`}
        onRemove={mayWrite ? () => void run(() => remove.mutateAsync({ formerAddressId }), { done: '前の住所を削除しました' }) : undefined}>
        <p className="text-[0.875rem] text-ink-sub">前の{addressPurposeNames[purpose]}　{spanOf(fromOn, untilOn)}</p>
        <Place {...place} />
      </AdditionLine>
    )),
  ]
  return (
    <>
      <AdditionSection title="住所の移り変わり" addLabel="転居を記録する" onAdd={mayWrite ? () => setOpen(true) : undefined} nothing="住所はまだありません。" lines={lines} />
      <Suspense>{isOpen && <MoveDialog supporter={supporter} onClose={() => setOpen(false)} />}</Suspense>
    </>
  )
}

function Place({ recipient, postalCode, address }: { readonly recipient: string; readonly postalCode: string; readonly address: string }) {
  return <p className="wrap-anywhere">{[readablePostalCode(postalCode), address, recipient === '' ? '' : `（${recipient}）`].filter((part) => part !== '').join(' ')}</p>
}

function spanOf(from: LocalDate | null, until: LocalDate | null): string {
  const begin = from === null ? '' : `${formatLocalDateShort(from)}から`
  return until === null ? begin : `${begin}${formatLocalDateShort(until)}まで`
}
