/**
 * Of a heading in an OverflowFrame: in sight while the page scrolls. Within a frame that scrolls itself it sticks to that one's
 * top, since a distance for the page's header would lay it over the first rows.
 */
export const stickyHeading =
  'lg:sticky lg:top-(--shell-header) lg:z-10 in-data-scrolls:sticky in-data-scrolls:top-0 lg:in-data-scrolls:top-0 in-data-scrolls:z-10'

/** Of the heading above the naming cells, which lies over both. */
export const stickyCorner = 'left-0 max-lg:sticky max-lg:z-20 in-data-scrolls:z-20'

/** Of the cell that names its row: in sight while the frame scrolls sideways. */
export const stickyName = 'max-lg:sticky max-lg:left-0 max-lg:bg-white in-data-scrolls:sticky in-data-scrolls:left-0 in-data-scrolls:bg-white'
