import { classList } from './class-list.ts'

/** Strokes on a 24 × 24 grid; several subpaths share one `d`. */
const strokes = {
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 20 20',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  close: 'M6 6l12 12M18 6 6 18',
  menu: 'M4 7h16M4 12h16M4 17h16',
  'chevron-down': 'm6 9.5 6 6 6-6',
  'chevron-up': 'm6 14.5 6-6 6 6',
  'chevron-right': 'm9.5 6 6 6-6 6',
  'chevron-left': 'm14.5 6-6 6 6 6',
  'arrow-right': 'M5 12h14M13 6l6 6-6 6',
  'sort-none': 'm8 10 4-4 4 4M8 14l4 4 4-4',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5M12 7.75v.5',
  success: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM8 12.25l2.75 2.75L16 9.5',
  warning: 'M12 4 2.75 20h18.5L12 4ZM12 10v4.5M12 17v.25',
  error: 'M8.25 3h7.5L21 8.25v7.5L15.75 21h-7.5L3 15.75v-7.5L8.25 3ZM12 7.5v5.5M12 16v.25',
  calendar: 'M4 6.5h16V20H4V6.5ZM4 10.5h16M8 3.5v5M16 3.5v5',
  yen: 'm7 4.5 5 7.5 5-7.5M12 12v7.5M7.5 12h9M7.5 15.75h9',
  home: 'm3.5 11.5 8.5-7 8.5 7M6 9.75V20h12V9.75M10 20v-5.5h4V20',
  tray: 'M4 13.5 6.5 5h11l2.5 8.5V19H4v-5.5ZM4 13.5h4.5l1 2.5h5l1-2.5H20',
  people: 'M9 11a3.25 3.25 0 1 0 0-6.5A3.25 3.25 0 0 0 9 11ZM2.75 19.5c0-3.5 2.75-5.5 6.25-5.5s6.25 2 6.25 5.5M16 5a3 3 0 0 1 0 5.75M17.75 14.25c2.25.5 3.5 2.35 3.5 5.25',
  book: 'M5 4.5h11.5A2.5 2.5 0 0 1 19 7v13H7.5A2.5 2.5 0 0 1 5 17.5v-13ZM5 17.5A2.5 2.5 0 0 1 7.5 15H19M9 8.5h6',
  chart: 'M4 4v16h16M8.5 16.5v-5M13 16.5v-9M17.5 16.5V13',
  table: 'M4 5h16v14H4V5ZM4 10h16M10 10v9',
  printer: 'M7 8.5V4h10v4.5M7 16.5H4v-8h16v8h-3M7 13.5h10V20H7v-6.5Z',
  copy: 'M9 8.5h11V20H9V8.5ZM15 8.5V4H4v11.5h5',
  download: 'M12 4v11M7 10.5l5 5 5-5M4.5 19.5h15',
  upload: 'M12 16V5M7 9.5l5-5 5 5M4.5 19.5h15',
  settings: 'M4 7.5h8.5M16.5 7.5H20M4 16.5h3.5M11.5 16.5H20M14.5 9.75a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5ZM9.5 18.75a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5Z',
  gift: 'M4 9h16v3.5H4V9ZM5.5 12.5V20h13v-7.5M12 9v11M12 9C9 9 7.5 8 7.5 6.25S10.75 3.5 12 9ZM12 9c3 0 4.5-1 4.5-2.75S13.25 3.5 12 9Z',
  feather: 'M5 19 16 8M8 16c-1.5-5 2-11 11-12 .5 8-4.5 13-11 12ZM10 14h4.5',
  heart: 'M12 19.5S4 14.75 4 9.25A4.25 4.25 0 0 1 12 7.5a4.25 4.25 0 0 1 8 1.75C20 14.75 12 19.5 12 19.5Z',
  receipt: 'M6 3.5h12v17l-2.4-1.5-2.4 1.5-2.4-1.5L8.4 20.5 6 19V3.5ZM9 8h6M9 11.5h6',
  pin: 'M12 20.5s6.5-5.5 6.5-10.75a6.5 6.5 0 0 0-13 0C5.5 15 12 20.5 12 20.5ZM12 12a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5Z',
  person: 'M12 11.5a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5ZM4.75 20c0-4 3.25-6 7.25-6s7.25 2 7.25 6',
  'sign-out': 'M10 4H5v16h5M9.5 12H20M16 8l4 4-4 4',
  external: 'M13.5 4.5h6v6M19 5l-8 8M17 13.5v6H4.5V7h6',
  pencil: 'M4.5 19.5 5.5 15 16 4.5l3.5 3.5L9 18.5l-4.5 1ZM13.5 7l3.5 3.5',
  trash: 'M4.5 7h15M9.5 7V4h5v3M6.5 7l1 13h9l1-13M10.5 11v5.5M13.5 11v5.5',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5.25l3.5 2',
  undo: 'M8.5 5 4.5 9l4 4M4.5 9H14a5.5 5.5 0 0 1 0 11H8',
  filter: 'M4 6h16M7 12h10M10 18h4',
  lock: 'M5.5 10.5h13V20h-13v-9.5ZM8.5 10.5V7.75a3.5 3.5 0 0 1 7 0v2.75',
} as const

export type IconName = keyof typeof strokes

export interface IconProps {
  readonly name: IconName
  /** Read aloud; leave it out when words stand beside the icon. */
  readonly label?: string | undefined
  readonly className?: string | undefined
}

/** One stroke icon in the colour and size of the text around it. Without a label it is decoration. */
export function Icon({ name, label, className }: IconProps) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={classList('size-[1.25em] shrink-0', className)}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined ? true : undefined}
    >
      <path d={strokes[name]} />
    </svg>
  )
}
