import { ComboBoxField } from '@sasaeai/ui/combo-box-field'
import type { ComboBoxOption } from '@sasaeai/ui/combo-box-field'
import { useState } from 'react'
import { CatalogueEntry, Specimen, SpecimenGrid } from './catalogue-entry.tsx'

const people: readonly ComboBoxOption[] = [
  { id: '1', label: '佐藤 花子', secondary: 'サトウ ハナコ・荘島校区 荘島一区', detail: '000128' },
  { id: '2', label: '佐藤 花子', secondary: 'サトウ ハナコ・日吉校区 通町', detail: '000954' },
  { id: '3', label: '髙橋 一郎', secondary: 'タカハシ イチロウ・篠山校区 城南', detail: '001203' },
  { id: '4', label: '株式会社ささえ電機', secondary: 'カブシキガイシャササエデンキ・京町校区', detail: '002041' },
  { id: '5', label: '荘島一区自治会', secondary: 'ショウジマイックジチカイ・荘島校区', detail: '100017' },
]

function findPeople(query: string): Promise<readonly ComboBoxOption[]> {
  const fits = (person: ComboBoxOption) => `${person.label}${person.secondary}${person.detail}`.includes(query)
  return Promise.resolve(people.filter(fits))
}

function failToFind(): Promise<readonly ComboBoxOption[]> {
  return Promise.reject(new Error('offline'))
}

/** combo-box-field. */
export function ComboBoxSpecimens() {
  const [empty, setEmpty] = useState<ComboBoxOption | null>(null)
  const [chosen, setChosen] = useState<ComboBoxOption | null>(people[0] ?? null)
  const [failed, setFailed] = useState<ComboBoxOption | null>(null)
  return (
    <CatalogueEntry
      name="combo-box-field"
      title="探して選ぶ"
      description="名前・読み・番号で探します。同姓同名は番号と住まいで見分けます。矢印キーと Enter で選べます。"
    >
      <SpecimenGrid>
        <Specimen state="空">
          <ComboBoxField
            id="specimen-supporter"
            label="支援者"
            requirement="required"
            support="名前、フリガナ、番号のどれでも探せます。"
            value={empty}
            onChange={setEmpty}
            load={findPeople}
          />
        </Specimen>
        <Specimen state="選択済み">
          <ComboBoxField label="支援者" value={chosen} onChange={setChosen} load={findPeople} />
        </Specimen>
        <Specimen state="誤り">
          <ComboBoxField
            label="支援者"
            requirement="required"
            value={empty}
            onChange={setEmpty}
            load={findPeople}
            error="支援者を選んでください。見つからないときは「新しく登録」を押してください。"
          />
        </Specimen>
        <Specimen state="候補を読み込めない">
          <ComboBoxField id="specimen-failing" label="校区" value={failed} onChange={setFailed} load={failToFind} />
        </Specimen>
      </SpecimenGrid>
    </CatalogueEntry>
  )
}
