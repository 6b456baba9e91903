import type { AskedLabelRecipients } from '@sasaeai/domain/letter/address-label/label-recipients'
import { Button } from '@sasaeai/ui/button'
import { lazy, Suspense, useState } from 'react'
import { useMayDo } from '../../../app/use-may-do.ts'

const AddressLabelDialog = lazy(async () => ({ default: (await import('./address-label-dialog.tsx')).AddressLabelDialog }))

/** ラベル・封筒 for those whom a list shows, or for one of them. Not there for those who may not have papers made. */
export function AddressLabelButton({ recipients }: { recipients: AskedLabelRecipients }) {
  const [isOpen, setOpen] = useState(false)
  const [mayMake, mayRead] = [useMayDo('document.make'), useMayDo('supporter.read')]
  if (!mayMake || !mayRead) return null
  return (
    <>
      <Button icon="printer" onClick={() => setOpen(true)}>ラベル・封筒</Button>
      <Suspense>{isOpen && <AddressLabelDialog recipients={recipients} onClose={() => setOpen(false)} />}</Suspense>
    </>
  )
}
