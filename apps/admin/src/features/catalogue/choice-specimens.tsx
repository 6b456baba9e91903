import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { RadioGroupField } from '@sasaeai/ui/radio-group-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { CatalogueEntry, Specimen, SpecimenGrid } from './catalogue-entry.tsx'

const kinds = [
  { value: 'household', label: '一般会費' },
  { value: 'supporting', label: '賛助会費' },
  { value: 'special', label: '特別会費' },
]

const consents = [
  { value: 'named', label: '名前と金額を載せる' },
  { value: 'hidden', label: '名前だけを載せる', support: '金額は広報に載りません。' },
  { value: 'anonymous', label: '匿名にする' },
]

/** select-field, checkbox-field and radio-group-field. */
export function ChoiceSpecimens() {
  return (
    <>
      <CatalogueEntry name="select-field" title="選択" description="決まった少数の中から一つ。ブラウザー標準の一覧が開きます。">
        <SpecimenGrid>
          <Specimen state="空">
            <SelectField label="会員種別" requirement="required" options={kinds} emptyLabel="選択してください" />
          </Specimen>
          <Specimen state="選択済み">
            <SelectField label="会員種別" options={kinds} defaultValue="supporting" />
          </Specimen>
          <Specimen state="誤り">
            <SelectField
              label="会員種別"
              requirement="required"
              options={kinds}
              emptyLabel="選択してください"
              error="会員種別を選んでください。例：一般会費"
            />
          </Specimen>
        </SpecimenGrid>
      </CatalogueEntry>
      <CatalogueEntry name="checkbox-field" title="はい・いいえ" description="一行すべてが押せます。">
        <SpecimenGrid>
          <Specimen state="なし・あり">
            <CheckboxField label="領収書を発行する" />
            <CheckboxField label="礼状を送る" defaultChecked support="寄附の記録から10日以内に発送予定へ載せます。" />
          </Specimen>
          <Specimen state="誤り・長い文">
            <CheckboxField
              label="共同募金は受け入れた全額を都道府県共同募金会へ送金するまで預り金として管理することを確かめました"
              error="内容を確かめて、チェックを付けてください。"
            />
          </Specimen>
        </SpecimenGrid>
      </CatalogueEntry>
      <CatalogueEntry name="radio-group-field" title="いくつかの中から一つ" description="選択肢がすべて見えている方がよいときに使います。">
        <SpecimenGrid>
          <Specimen state="縦">
            <RadioGroupField label="芳名の掲載" name="consent" requirement="required" options={consents} defaultValue="named" />
          </Specimen>
          <Specimen state="横・誤り">
            <RadioGroupField
              label="会員種別"
              name="kind"
              isRow
              options={kinds}
              error="会員種別を選んでください。例：一般会費"
            />
          </Specimen>
        </SpecimenGrid>
      </CatalogueEntry>
    </>
  )
}
