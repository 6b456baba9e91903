export const goalHeadStyle =
  'border-b border-solid-gray-420 bg-white px-1.5 py-2 align-bottom text-[0.8125rem] whitespace-nowrap text-ink-sub print:px-0.5 print:text-[0.5625rem]'

export const goalCellStyle = 'figures border-b border-line-faint px-1.5 py-1 text-right whitespace-nowrap print:px-0.5'
