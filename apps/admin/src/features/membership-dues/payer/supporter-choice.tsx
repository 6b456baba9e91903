import { Button } from '@sasaeai/ui/button'
import { ComboBoxField, type ComboBoxOption } from '@sasaeai/ui/combo-box-field'
import { useState } from 'react'
import { lookupSupporters } from '../../ledger/ground-options.ts'
import { SupporterQuickDialog } from '../../intake/supporter-quick-dialog.tsx'

interface SupporterChoiceProps {
  readonly initial: ComboBoxOption | null
  readonly error: string | undefined
  readonly onChoose: (supporterId: string | null) => void
}

/** Somebody out of the register, or somebody who is put into it on the spot. */
export function SupporterChoice({ initial, error, onChoose }: SupporterChoiceProps) {
  const [supporter, setSupporter] = useState(initial)
  const [isRegistering, setRegistering] = useState(false)
  const choose = (option: ComboBoxOption | null) => {
    setSupporter(option)
    onChoose(option?.id ?? null)
  }
  return (
    <div className="flex flex-col items-start gap-3">
      <ComboBoxField label="支援者" requirement="required" id="supporterId" support="番号・名前・よみで探せます。"
        value={supporter} onChange={choose} error={error} load={lookupSupporters} className="w-full" />
      <Button icon="plus" size="small" onClick={() => setRegistering(true)}>まだ登録のない支援者を登録する</Button>
      {isRegistering && (
        <SupporterQuickDialog
          name=""
          saveLabel="登録して選ぶ"
          onClose={() => setRegistering(false)}
          onRegistered={({ id, name, number }) => {
            choose({ id, label: name, detail: String(number) })
            setRegistering(false)
          }}
        />
      )}
    </div>
  )
}
