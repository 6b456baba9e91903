import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Spinner } from './spinner.tsx'
import type { Lookup } from './use-lookup.ts'

export interface ComboBoxOption {
  readonly id: string
  /** What stands in the field once chosen. */
  readonly label: string
  /** A second line to tell namesakes apart: an address, a reading. */
  readonly secondary?: string | undefined
  /** A number at the end of the line. */
  readonly detail?: string | undefined
}

type LookupState = Lookup<ComboBoxOption>['state']

/** The floating list of a ComboBoxField. */
export function ComboBoxList({ state }: { state: LookupState }) {
  return (
    <Popover
      offset={4}
      className="w-(--trigger-width) min-w-72 max-w-[calc(100vw-1rem)] rounded-8 border border-line bg-white shadow-float"
    >
      <ListBox<ComboBoxOption>
        className="max-h-80 overflow-y-auto p-1 outline-none"
        renderEmptyState={() => <EmptyLine state={state} />}
      >
        {(option) => (
          <ListBoxItem
            id={option.id}
            textValue={option.label}
            className="flex min-h-(--control) cursor-pointer items-center gap-4 rounded-6 px-3 py-1 data-focused:bg-accent-soft data-focused:shadow-none data-focused:outline-2 data-focused:-outline-offset-2 data-focused:outline-accent data-selected:font-bold"
          >
            <span className="min-w-0 flex-1 leading-140">
              {option.label}
              {option.secondary !== undefined && (
                <span className="block text-[0.8125rem] font-normal text-ink-sub">{option.secondary}</span>
              )}
            </span>
            {option.detail !== undefined && (
              <span className="figures text-[0.8125rem] font-normal text-ink-sub">{option.detail}</span>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  )
}

function EmptyLine({ state }: { state: LookupState }) {
  if (state === 'failed') {
    return <p className="px-3 py-2 text-[0.875rem] text-red-900">候補を読み込めませんでした。もう一度入力してください。</p>
  }
  if (state === 'ready') {
    return <p className="px-3 py-2 text-[0.875rem] text-ink-sub">見つかりません。別の読みや番号でお試しください。</p>
  }
  return (
    <p className="flex items-center gap-2 px-3 py-2 text-[0.875rem] text-ink-sub">
      <Spinner />
      探しています
    </p>
  )
}
