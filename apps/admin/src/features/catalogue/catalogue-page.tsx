import { Button } from '@sasaeai/ui/button'
import { PageHeader } from '@sasaeai/ui/page-header'
import { ButtonSpecimens } from './button-specimens.tsx'
import { ChartSpecimens } from './chart-specimens.tsx'
import { ChoiceSpecimens } from './choice-specimens.tsx'
import { ComboBoxSpecimens } from './combo-box-specimens.tsx'
import { DialogSpecimens } from './dialog-specimens.tsx'
import { FigureSpecimens } from './figure-specimens.tsx'
import { FormSpecimens } from './form-specimens.tsx'
import { NavigationSpecimens } from './navigation-specimens.tsx'
import { NoticeSpecimens } from './notice-specimens.tsx'
import { ReadingFieldSpecimens } from './reading-field-specimens.tsx'
import { TableSpecimens } from './table-specimens.tsx'
import { TextFieldSpecimens } from './text-field-specimens.tsx'

/** Every component of the design system in all its states: for designers, for photographs and for axe. */
export function CataloguePage() {
  return (
    <>
      <PageHeader
        title="部品カタログ"
        description="画面を作る部品と、そのすべての状態。幅を変え、文字を大きくし、印刷して確かめてください。"
        actions={
          <Button icon="printer" onClick={() => window.print()}>
            印刷
          </Button>
        }
      />
      <ButtonSpecimens />
      <TextFieldSpecimens />
      <ReadingFieldSpecimens />
      <ChoiceSpecimens />
      <ComboBoxSpecimens />
      <FormSpecimens />
      <FigureSpecimens />
      <TableSpecimens />
      <ChartSpecimens />
      <NavigationSpecimens />
      <NoticeSpecimens />
      <DialogSpecimens />
    </>
  )
}
