import { Button } from '@sasaeai/ui/button'
import { ErrorSummary } from '@sasaeai/ui/error-summary'
import { FormSection } from '@sasaeai/ui/form-section'
import { TextField } from '@sasaeai/ui/text-field'
import { CatalogueEntry, Specimen } from './catalogue-entry.tsx'

const errors = [
  { fieldId: 'specimen-bearer', message: '届けた方の名前を入力してください。例：山田 太郎' },
  { fieldId: 'specimen-count', message: '札数を数字で入力してください。例：24' },
]

/** error-summary and form-section. */
export function FormSpecimens() {
  return (
    <CatalogueEntry
      name="form-section"
      title="入力画面"
      description="誤りは上にまとめて示し、そこへ移動します。項目は意味のまとまりで区切ります。"
    >
      <Specimen state="誤りのまとめと区切り">
        <form noValidate>
          <ErrorSummary errors={errors} attempt={0} />
          <FormSection title="束のあらまし" description="封筒の表書きを見ながら入力します。">
            <TextField
              id="specimen-bearer"
              label="届けた方"
              requirement="required"
              error="届けた方の名前を入力してください。例：山田 太郎"
            />
            <TextField
              id="specimen-count"
              label="札数"
              requirement="required"
              width="tiny"
              unit="枚"
              inputMode="numeric"
              error="札数を数字で入力してください。例：24"
            />
          </FormSection>
          <FormSection title="控え">
            <TextField label="備考" requirement="optional" width="full" />
            <div className="flex flex-wrap gap-3">
              <Button variant="primary">受付を始める</Button>
              <Button variant="quiet">やめる</Button>
            </div>
          </FormSection>
        </form>
      </Specimen>
    </CatalogueEntry>
  )
}
