import { givingPosterForms, givingPosterFormNames, mostPosters } from '@sasaeai/domain/online-giving/settings/giving-poster'
import { SelectField } from '@sasaeai/ui/select-field'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'
import type { GivingLink } from './giving-links-page.tsx'
import type { GivingTarget } from './giving-targets-page.tsx'

interface GivingLinkFiltersProps {
  readonly targets: readonly GivingTarget[]
  readonly onChoose: (targetId: string) => void
  /** Those in sight that are in use. */
  readonly links: readonly GivingLink[]
}

/** Narrows the list to one 受付項目, and prints all that is left. */
export function GivingLinkFilters({ targets, onChoose, links }: GivingLinkFiltersProps) {
  return (
    <>
      <SelectField label="受付項目" emptyLabel="すべて" options={targets.map(({ id: value, title: label }) => ({ value, label }))} onChange={(event) => onChoose(event.currentTarget.value)} />
      {links.length > 1 && links.length <= mostPosters && (
        <div className="flex flex-wrap gap-2.5 self-end">
          {givingPosterForms.map((form) => (
            <OrderPapersButton key={form} size="small" order={() => ({ kind: 'giving_posters', linkIds: links.map(({ id }) => id), form, site: window.location.origin })}>
              {`${givingPosterFormNames[form]} ${links.length}件分`}
            </OrderPapersButton>
          ))}
        </div>
      )}
    </>
  )
}
