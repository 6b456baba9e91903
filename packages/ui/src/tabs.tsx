import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs'

export interface TabItem {
  readonly id: string
  readonly label: string
  readonly content: ReactNode
}

export interface TabsProps {
  /** Names the set of tabs for screen readers. */
  readonly label: string
  readonly items: readonly TabItem[]
  readonly selectedId?: string | undefined
  readonly onSelect?: ((id: string) => void) | undefined
}

/** Panels of equal rank of which one is in sight. Arrow keys move between the tabs. */
export function Tabs({ label, items, selectedId, onSelect }: TabsProps) {
  const selection = selectedId === undefined ? {} : { selectedKey: selectedId }
  return (
    <AriaTabs {...selection} onSelectionChange={(key) => onSelect?.(String(key))}>
      <TabList aria-label={label} className="flex gap-1 overflow-x-auto border-b border-line print-hidden">
        {items.map((item) => (
          <Tab
            key={item.id}
            id={item.id}
            className="-mb-px flex min-h-(--control) shrink-0 cursor-pointer items-center border-b-[3px] border-transparent px-4 text-[0.9375rem] text-ink-sub hover:text-ink data-focus-visible:-outline-offset-3 data-selected:border-accent data-selected:font-bold data-selected:text-accent"
          >
            {item.label}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id} className="rounded-4 pt-5">
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
