import { Button } from '@sasaeai/ui/button'
import { ComboBoxField } from '@sasaeai/ui/combo-box-field'
import { useState } from 'react'
import { lookupSupporters } from '../../ledger/ground-options.ts'
import { SupporterQuickDialog } from '../../intake/supporter-quick-dialog.tsx'
import type { GiftFieldsProps } from './gift-fields-props.ts'

/** Who gives: somebody out of the register, somebody who is put into it on the spot, or nobody who is known. */
export function GiverField({ typed, onChange, errorOf }: GiftFieldsProps) {
  const [isRegistering, setRegistering] = useState(false)
  const choose = (supporterId: string, supporterLabel: string) => onChange({ supporterId, supporterLabel, instalmentId: '' })
  return (
    <div className="flex flex-col items-start gap-3">
      <ComboBoxField label="寄附者" requirement="optional" id="supporterId" support="番号・名前・よみで探せます。名乗らない方は空けておきます。"
        value={typed.supporterId === '' ? null : { id: typed.supporterId, label: typed.supporterLabel }} error={errorOf('supporterId')}
        load={lookupSupporters} onChange={(option) => choose(option?.id ?? '', option?.label ?? '')} className="w-full" />
      <Button icon="plus" size="small" onClick={() => setRegistering(true)}>まだ登録のない方を登録する</Button>
      {isRegistering && (
        <SupporterQuickDialog
          name=""
          saveLabel="登録して選ぶ"
          onClose={() => setRegistering(false)}
          onRegistered={({ id, name }) => {
            choose(id, name)
            setRegistering(false)
          }}
        />
      )}
    </div>
  )
}
